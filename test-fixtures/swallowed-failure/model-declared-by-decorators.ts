import { Kafka } from 'kafkajs';
import { Column, Model, PrimaryKey, Table } from 'sequelize-typescript';

@Table
class Feed extends Model {
  @PrimaryKey
  @Column
  declare id: string;

  @Column
  declare title: string;
}

class Feeds {
  constructor(private readonly feed: typeof Feed) {}

  async attach(id: string, title: string): Promise<void> {
    try {
      await this.feed.create({ id, title });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error('not attached', error);
    }
  }
}

const feeds = new Feeds(Feed);
const consumer = new Kafka({ clientId: 'feeds', brokers: ['localhost:9092'] }).consumer({ groupId: 'feeds' });

await consumer.run({
  eachMessage: async ({ message }) => {
    await feeds.attach(String(message.key), String(message.value));
  },
});
