import { Controller } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Transport } from '@nestjs/microservices';

@Controller()
export class Handler {
  @EventPattern('in')
  async on(@Ctx() context: KafkaContext): Promise<void> {
    const message = context.getMessage();
    const topic = context.getTopic();
    const partition = context.getPartition();
    const producer = context.getProducer();
    const txn = await producer.transaction();
    try {
      await txn.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
      await producer.send({ topic: 'audit', messages: [{ value: message.value }] });
//          ^^^^^^^^^^^^^ send-outside-transaction outside
      await txn.sendOffsets({ consumerGroupId: 'g-server', topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}

export async function start(): Promise<void> {
  const app = await NestFactory.createMicroservice(Handler, {
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'g' },
      producer: { transactionalId: process.env.TXN_ID ?? 'w-0' },
      run: { autoCommit: false },
    },
  });
  await app.listen();
}
