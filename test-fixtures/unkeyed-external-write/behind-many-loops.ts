import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport({ host: 'localhost' });
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { to, lists } = JSON.parse(String(message.value));
    let sum = 0;
    for (const item of lists[0]) sum += item.weight;
    for (const item of lists[1]) sum += item.weight;
    for (const item of lists[2]) sum += item.weight;
    for (const item of lists[3]) sum += item.weight;
    for (const item of lists[4]) sum += item.weight;
    for (const item of lists[5]) sum += item.weight;
    for (const item of lists[6]) sum += item.weight;
    for (const item of lists[7]) sum += item.weight;
    for (const item of lists[8]) sum += item.weight;
    for (const item of lists[9]) sum += item.weight;
    for (const item of lists[10]) sum += item.weight;
    for (const item of lists[11]) sum += item.weight;
    for (const item of lists[12]) sum += item.weight;
    for (const item of lists[13]) sum += item.weight;
    for (const item of lists[14]) sum += item.weight;
    for (const item of lists[15]) sum += item.weight;
    for (const item of lists[16]) sum += item.weight;
    await mailer.sendMail({ to, subject: 'Weights', text: String(sum) });
//        ^^^^^^^^^^^^^^^ unkeyed-external-write person
  },
});
