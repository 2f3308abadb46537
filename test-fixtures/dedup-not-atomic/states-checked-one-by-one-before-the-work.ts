import { Kafka } from 'kafkajs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'parcels', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'parcels' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { ids, rider } = JSON.parse(String(message.value));
    // Each row is checked, and that of a batch without rows is none.
    for (const id of ids) {
      const parcel = await prisma.parcel.findUnique({ where: { id } });
      if (parcel?.status === 'given') throw new Error(`parcel ${id} is given away`);
    }
    await prisma.parcel.updateMany({ where: { id: { in: ids } }, data: { status: 'given', rider } });
    await prisma.history.create({ data: { ids, rider } });
  },
});
