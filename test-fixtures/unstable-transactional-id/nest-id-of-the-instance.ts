import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Payload, Transport } from '@nestjs/microservices';

export class Handler {
  @EventPattern('in')
  async on(@Ctx() context: KafkaContext): Promise<void> {
    const message = context.getMessage();
    const offset = (BigInt(message.offset) + 1n).toString();
    const topics = [{ topic: context.getTopic(), partitions: [{ partition: context.getPartition(), offset }] }];
    const transaction = await context.getProducer().transaction();
    try {
      await transaction.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
      await transaction.sendOffsets({ consumerGroupId: 'g-server', topics });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
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
      producer: { transactionalId: `w-${process.env.HOSTNAME}` },
      run: { autoCommit: false },
    },
  });
  await app.listen();
}
