import { Ctx, EventPattern, KafkaContext } from '@nestjs/microservices';

export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Ctx() context: KafkaContext): Promise<void> {
    const { offset } = context.getMessage();
    const consumer = context.getConsumer();
    await consumer.commitOffsets([{ topic: context.getTopic(), partition: context.getPartition(), offset }]);
//                                                                                                ^^^^^^ offset-not-next behind
  }
}
