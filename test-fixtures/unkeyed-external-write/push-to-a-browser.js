import { Kafka } from 'kafkajs';
import webPush from 'web-push';

const kafka = new Kafka({ clientId: 'bells', brokers: ['localhost:9092'] });

webPush.setVapidDetails('mailto:bells@example.com', process.env.PUBLIC_KEY, process.env.PRIVATE_KEY);

await kafka.consumer({ groupId: 'bells' }).run({
  eachMessage: async ({ message }) => {
    const { subscription, text } = JSON.parse(message.value.toString());
    await webPush.sendNotification(subscription, text);
//        ^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
  },
});
