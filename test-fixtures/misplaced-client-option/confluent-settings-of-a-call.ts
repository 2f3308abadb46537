import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { idempotent: true } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'shadow' } });

export async function start(): Promise<void> {
  const everything = { topics: ['states'], fromBeginning: true };
//                                         ^^^^^^^^^^^^^^^^^^^ misplaced-client-option throws
  await consumer.subscribe(everything);
  const options = {
    autoCommit: false,
//  ^^^^^^^^^^^^^^^^^ misplaced-client-option throws
    eachMessage: async ({ message }: KafkaJS.EachMessagePayload) => {
      const record = {
        topic: 'shadows',
        messages: [{ key: message.key, value: message.value }],
        acks: -1,
//      ^^^^^^^^ misplaced-client-option throws
      };
      await producer.send(record);
    },
  };
  await consumer.run(options);
}