import { Ctx, EventPattern, KafkaContext } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Ctx() context: KafkaContext): Promise<void> {
    const message = context.getMessage();
    const offset = (BigInt(message.offset) + 1n).toString();
    await context.getConsumer().commitOffsets([{ topic: context.getTopic(), partition: context.getPartition(), offset }]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commit-before-process call
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
  }
}
