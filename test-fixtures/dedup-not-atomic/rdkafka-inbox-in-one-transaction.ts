import { KafkaConsumer } from 'node-rdkafka';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'coins', 'enable.auto.commit': false }, {}, { topics: ['coins'] });
  for await (const message of stream) {
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.inbox.createMany({ data: [{ id: String(message.key) }], skipDuplicates: true });
      if (count === 1) await tx.wallet.update({ where: { id: String(message.value) }, data: { cents: { increment: 1 } } });
    });
    stream.consumer.commitMessageSync(message);
  }
}
