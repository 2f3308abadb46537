import { NestFactory } from '@nestjs/core';
import { ConfigService } from '@nestjs/config';
import { EventPattern, Payload, Transport, type AsyncMicroserviceOptions } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class Handler {
  @EventPattern('in')
  async on(@Payload() order: { id: string; state: string }): Promise<void> {
    await pool.query('UPDATE orders SET state = $1 WHERE id = $2', [order.state, order.id]);
  }
}

export async function start(): Promise<void> {
  const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(Handler, {
    inject: [ConfigService],
    useFactory: (config: ConfigService) => ({
      transport: Transport.KAFKA,
      options: {
        client: { brokers: [config.getOrThrow('BROKER')] },
        consumer: { groupId: config.getOrThrow('GROUP') },
        run: { autoCommit: false },
//             ^^^^^^^^^^^^^^^^^ offset-never-committed off
      },
    }),
  });
  await app.listen();
}
