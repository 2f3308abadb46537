import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const db = new PrismaClient();
const kafka = new Kafka({ clientId: 'rides', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });

await kafka.consumer({ groupId: 'rides' }).run({
  eachMessage: async ({ message }) => {
    const { rideId } = JSON.parse(String(message.value));
    const ride = await db.ride.findUnique({ where: { id: rideId }, include: { earning: true } });
    if (!ride || ride.earning) return;
    await db.$transaction(async (tx) => {
      await tx.earning.create({ data: { ride: ride.id, cents: 500 } });
      await tx.driver.update({ where: { id: ride.driver }, data: { balance: { increment: 500 } } });
    });
    await producer.send({ topic: 'rides.paid', messages: [{ key: rideId, value: 'paid' }] });
  },
});

await kafka.consumer({ groupId: 'rides-of-a-driver' }).run({
  eachMessage: async ({ message }) => {
    const ride = await db.ride.findFirst({ where: { driver: String(message.key) } });
    if (!ride) return;
    await db.$transaction(async (tx) => {
      await tx.driver.update({ where: { id: ride.driver }, data: { balance: { increment: 500 } } });
//          ^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    });
    await producer.send({ topic: 'rides.paid', messages: [{ key: message.key, value: 'paid' }] });
  },
});
