import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Payload, Transport } from '@nestjs/microservices';

@Controller()
class MetersController {
  @EventPattern('meters.read')
  async onRead(@Payload() reading: { meter: string }, @Ctx() context: KafkaContext): Promise<void> {
    const transaction = await context.getProducer().transaction();
    try {
      await transaction.send({ topic: 'meters.billed', messages: [{ key: reading.meter, value: 'billed' }] });
      const offset = (BigInt(context.getMessage().offset) + 1n).toString();
      const partitions = [{ partition: context.getPartition(), offset }];
      await transaction.sendOffsets({ consumerGroupId: 'meters-server', topics: [{ topic: context.getTopic(), partitions }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}

@Module({ controllers: [MetersController] })
class MetersModule {}

void NestFactory.createMicroservice(MetersModule, {
  transport: Transport.KAFKA,
  options: {
    client: { brokers: ['localhost:9092'] },
    consumer: { groupId: 'meters' },
    producer: { transactionalId: `meters-${process.env.POD_NAME}` },
    run: { autoCommit: false },
  },
}).then((app) => app.listen());
