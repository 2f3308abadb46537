import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';

export class BillingController {
  @EventPattern('usage.reported')
  async onUsage(@Payload() usage: { tenant: string }, @Ctx() context: KafkaContext): Promise<void> {
    const { offset } = context.getMessage();
    const transaction = await context.getProducer().transaction();
    try {
      await transaction.send({ topic: 'lines', messages: [{ key: usage.tenant, value: 'x' }] });
      const next = (BigInt(offset) + 1n).toString();
      const partitions = [{ partition: context.getPartition(), offset: next }];
      await transaction.sendOffsets({ consumerGroupId: 'billing', topics: [{ topic: context.getTopic(), partitions }] });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api groupWithoutSuffix
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}