import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';

@Controller()
export class OrdersController {
  @EventPattern('orders.placed')
  async onPlaced(@Payload() order: { id: string }, @Ctx() context: KafkaContext): Promise<void> {
    const transaction = await context.getProducer().transaction();
    try {
      await transaction.send({ topic: 'orders.accepted', messages: [{ key: order.id, value: JSON.stringify(order) }] });
      const offset = (BigInt(context.getMessage().offset) + 1n).toString();
      await transaction.sendOffsets({
        consumerGroupId: 'orders-server',
        topics: [{ topic: context.getTopic(), partitions: [{ partition: context.getPartition(), offset }] }],
      });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}
