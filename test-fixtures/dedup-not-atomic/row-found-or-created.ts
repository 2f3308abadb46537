import { Kafka } from 'kafkajs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function medicineNamed(name: string): Promise<{ readonly id: string }> {
  let medicine = await prisma.medicine.findFirst({ where: { name } });
  if (!medicine) medicine = await prisma.medicine.create({ data: { name } });
  return medicine;
}

await new Kafka({ clientId: 'pharmacy', brokers: ['localhost:9092'] }).consumer({ groupId: 'pharmacy' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const known = await prisma.prescription.findUnique({ where: { id } });
    if (known) return;
    const medicine = await medicineNamed(String(message.value));
    await prisma.prescription.create({ data: { id, medicineId: medicine.id } });
  },
});
