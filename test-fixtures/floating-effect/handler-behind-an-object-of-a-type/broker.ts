import { Kafka, type Consumer } from 'kafkajs';

const kafka = new Kafka({ clientId: 'orchards', brokers: ['localhost:9092'] });

export interface Picking {
  readonly trees: readonly { readonly id: string; readonly left: number }[];
}

type Handler = (picking: Picking) => Promise<void>;

type Broker = {
  connect: () => Promise<Consumer>;
  subscribe: (handler: Handler, topic: string) => Promise<void>;
};

let consumer: Consumer | undefined;

const connect = async (): Promise<Consumer> => {
  consumer ??= kafka.consumer({ groupId: 'orchards' });
  await consumer.connect();
  return consumer;
};

const subscribe = async (handler: Handler, topic: string): Promise<void> => {
  const reader = await broker.connect();
  await reader.subscribe({ topic });
  await reader.run({
    eachMessage: async ({ message }) => {
      await handler(JSON.parse(String(message.value)));
    },
  });
};

export const broker: Broker = { connect, subscribe };
