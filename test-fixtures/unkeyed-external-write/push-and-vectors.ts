import { QdrantClient } from '@qdrant/js-client-rest';
import { Expo } from 'expo-server-sdk';
import { Kafka } from 'kafkajs';

const expo = new Expo();
const vectors = new QdrantClient({ url: 'http://localhost:6333' });
const consumer = new Kafka({ clientId: 'alerts', brokers: ['localhost:9092'] }).consumer({ groupId: 'alerts' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, to, body, vector } = JSON.parse(String(message.value));
    await vectors.upsert('alerts', { points: [{ id, vector }] });
    await expo.sendPushNotificationsAsync([{ to, body }]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
  },
});
