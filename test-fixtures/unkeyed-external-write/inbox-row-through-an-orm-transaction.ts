// preset: strict
import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'badges', brokers: ['localhost:9092'] }).consumer({ groupId: 'badges' });
  await consumer.subscribe({ topics: ['badges.earned'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const { member, badge } = JSON.parse(String(message.value));
      await prisma.$transaction(async (db) => {
        const claim = await db.inbox.createMany({
          data: [{ id: `${topic}/${partition}/${message.offset}` }],
          skipDuplicates: true,
        });
        if (claim.count === 0) return;
        await db.badge.create({ data: { member, badge } });
        await db.member.update({ where: { id: member }, data: { badges: { increment: 1 } } });
      });
    },
  });
}
