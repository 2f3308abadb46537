import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const consumer = new Consumer({ clientId: 'w', groupId: 'g', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['coins'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.inbox.createMany({ data: [{ id: message.key }], skipDuplicates: true });
      if (count === 1) await tx.wallet.update({ where: { id: message.value }, data: { cents: { increment: 1 } } });
    });
    await message.commit();
  }
}
