import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { field } from '../../world/callback.ts';
import { constructorIn, packaged } from '../requests.ts';
import { ConsumerStream, KafkaConsumer as Consumer } from './consumer.ts';
import { LibrdKafkaError } from './errors.ts';
import { Producer as PlainProducer } from './producer.ts';

/** The library `node-rdkafka`, version 3: librdkafka's own API. */
export function rdkafka(process: SimulatedProcess): object {
  const createReadStream = (settings: unknown, _: unknown, options: unknown): object =>
    new ConsumerStream(new Consumer(process, settings), options);
  const createWriteStream = (global: unknown, topic: unknown, options: unknown): object =>
    writeStream(new PlainProducer(process, global, topic), options);
  const producer = (): object => Object.assign(constructorIn(process, Producer), { createWriteStream });
  return packaged({
    KafkaConsumer: Object.assign(constructorIn(process, KafkaConsumer), { createReadStream }),
    Producer: producer(),
    HighLevelProducer: producer(),
    createReadStream,
    createWriteStream,
    AdminClient: { create: () => new Proxy({}, { get: () => () => undefined }) },
    LibrdKafkaError,
    CODES: { ERRORS: {} },
    features: [],
    librdkafkaVersion: '2.12.0',
  });
}

function KafkaConsumer(process: SimulatedProcess, settings?: unknown): object {
  return new Consumer(process, settings);
}

function Producer(process: SimulatedProcess, global?: unknown, topic?: unknown): object {
  return new PlainProducer(process, global, topic);
}

function writeStream(producer: PlainProducer, options: unknown): object {
  const topic = field(options, 'topic');
  const stream = {
    producer,
    write: (chunk: unknown) =>
      field(chunk, 'topic') === undefined
        ? producer.produce(topic, null, chunk)
        : producer.produce(field(chunk, 'topic'), null, field(chunk, 'value'), field(chunk, 'key')),
    on: () => stream,
    end: () => undefined,
    close: () => undefined,
  };
  return stream;
}
