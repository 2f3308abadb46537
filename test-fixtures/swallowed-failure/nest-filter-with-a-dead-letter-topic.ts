import { Catch, UseFilters, type ArgumentsHost } from '@nestjs/common';
import { ClientKafka, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { Pool } from 'pg';

const pool = new Pool();

@Catch()
export class DeadLetterFilter {
  constructor(private readonly client: ClientKafka) {}

  async catch(_exception: Error, host: ArgumentsHost): Promise<void> {
    const { key, value } = host.switchToRpc().getContext<KafkaContext>().getMessage();
    await lastValueFrom(this.client.emit('boats.dead', { key, value }));
  }
}

@UseFilters(DeadLetterFilter)
export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
