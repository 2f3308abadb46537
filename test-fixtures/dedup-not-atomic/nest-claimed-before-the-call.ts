import { EventPattern, Payload } from '@nestjs/microservices';
import { Redis } from 'ioredis';
import axios from 'axios';

const redis = new Redis();

export class CallsController {
  @EventPattern('calls.requested')
  async onCall(@Payload() call: { id: string }): Promise<void> {
    const claimed = await redis.set(`call:${call.id}`, '1', 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (claimed === null) return;
    await axios.post('https://partner/calls', { id: call.id });
  }
}