import { Producer } from 'node-rdkafka';

const settings = {
  'metadata.broker.list': 'localhost:9092',
  'enable.idempotence': true,
  'enable.auto.commit': false,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
};

export const producer = new Producer(settings);