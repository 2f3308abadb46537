import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, Ctx, EventPattern, KafkaContext, Payload, Transport } from '@nestjs/microservices';

@Controller()
class TicketsController {
  constructor(@Inject('KAFKA') private readonly client: ClientKafka) {}

  @EventPattern('tickets.sold')
  async onSold(@Payload() ticket: { seat: string }, @Ctx() context: KafkaContext): Promise<void> {
    const transaction = await this.client.producer.transaction();
    try {
      await transaction.send({ topic: 'seats.taken', messages: [{ key: ticket.seat, value: 'taken' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
    const offset = (BigInt(context.getMessage().offset) + 1n).toString();
    await context.getConsumer().commitOffsets([{ topic: context.getTopic(), partition: context.getPartition(), offset }]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction committedBeside
  }
}

@Module({ controllers: [TicketsController] })
class TicketsModule {}

const options = {
  client: { brokers: ['localhost:9092'] },
  consumer: { groupId: 'tickets' },
  run: { autoCommit: false },
};
void NestFactory.createMicroservice(TicketsModule, { transport: Transport.KAFKA, options }).then((app) => app.listen());
