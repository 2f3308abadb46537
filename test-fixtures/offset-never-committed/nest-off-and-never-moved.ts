import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Payload, Transport } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class Handler {
  @EventPattern('in')
  async on(@Payload() order: { id: string; state: string }): Promise<void> {
    await pool.query('UPDATE orders SET state = $1 WHERE id = $2', [order.state, order.id]);
  }
}

export async function start(): Promise<void> {
  const app = await NestFactory.createMicroservice(Handler, {
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'g' },
      run: { autoCommit: false },
//           ^^^^^^^^^^^^^^^^^ offset-never-committed off
    },
  });
  await app.listen();
}
