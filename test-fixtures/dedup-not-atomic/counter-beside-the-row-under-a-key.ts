import { Prisma, PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'rewards', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });

/** Which of the two is under a key nobody says, but an upsert takes a row that is there. */
async function reward(id: string, actor: string, points: number): Promise<boolean> {
  try {
    await prisma.$transaction(async (tx) => {
      await tx.score.upsert({
        where: { actor },
        update: { points: { increment: points } },
        create: { actor, points },
      });
      await tx.reward.create({ data: { id, actor, points } });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    });
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}

await kafka.consumer({ groupId: 'rewards' }).run({
  eachMessage: async ({ message }) => {
    const { id, actor, points } = JSON.parse(String(message.value));
    if (await reward(id, actor, points)) {
      await producer.send({ topic: 'rewarded', messages: [{ key: id, value: String(points) }] });
    }
  },
});
