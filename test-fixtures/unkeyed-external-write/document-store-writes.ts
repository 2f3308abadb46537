// preset: strict
import { Kafka } from 'kafkajs';
import { MongoClient } from 'mongodb';

const mongo = new MongoClient('mongodb://localhost');
const articles = mongo.db('shop').collection('articles');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'articles', brokers: ['localhost:9092'] }).consumer({ groupId: 'articles' });
  await consumer.subscribe({ topics: ['articles.viewed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { sku, visitor } = JSON.parse(String(message.value));
      await articles.updateOne({ sku }, { $inc: { views: 1 } });
//          ^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await mongo.db('shop').collection('views').insertOne({ sku, visitor });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await articles.updateOne({ sku }, { $set: { lastVisitor: visitor } }, { upsert: true });
      await articles.deleteMany({ sku, expired: true });
    },
  });
}
