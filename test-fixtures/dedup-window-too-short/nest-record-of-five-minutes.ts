import { EventPattern, Payload } from '@nestjs/microservices';
import { createClient } from 'redis';

const redis = createClient();

export class GiftsController {
  @EventPattern('gifts')
  async onGift(@Payload() gift: { id: string }): Promise<void> {
    const key = `gift:${gift.id}`;
    if ((await redis.get(key)) !== null) return;
    await fetch('https://gifts.example.org/cards', { method: 'POST', body: JSON.stringify(gift) });
    await redis.set(key, '1', { EX: 300 });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
//                                  ^^^ dedup-window-too-short expires
  }
}
