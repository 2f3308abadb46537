import { Kafka } from 'kafkajs';
import { BaseEntity, Entity } from 'typeorm';

@Entity()
class Boat extends BaseEntity {
  id!: string;
  port!: string;
}

const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });
await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await Boat.save({ id: String(message.key), port: String(message.value) });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});
