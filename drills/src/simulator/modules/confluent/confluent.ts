import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { constructorIn, packaged } from '../requests.ts';
import { rdkafka } from '../rdkafka/rdkafka.ts';
import { silentLogger } from '../silent-logger.ts';
import { Consumer } from './consumer.ts';
import { KafkaJSError, KafkaJSNotImplemented } from './errors.ts';
import { Producer } from './producer.ts';
import { checkSettings, settingsOf } from './settings.ts';

class KafkaClient {
  private readonly process: SimulatedProcess;
  private readonly common: unknown;

  constructor(process: SimulatedProcess, common: unknown) {
    checkSettings('kafka', common);
    this.process = process;
    this.common = common;
  }

  producer(given?: unknown): Producer {
    checkSettings('producer', given);
    return new Producer(this.process, settingsOf(this.common, given));
  }

  consumer(given?: unknown): Consumer {
    checkSettings('consumer', given);
    return new Consumer(this.process, settingsOf(this.common, given));
  }

  admin(): object {
    return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => Promise.resolve([])) });
  }

  logger(): object {
    return silentLogger;
  }
}

/** The library `@confluentinc/kafka-javascript`, version 1: librdkafka's own API, and one in the manner of kafkajs. */
export function confluent(process: SimulatedProcess): object {
  const KafkaJS = {
    Kafka: constructorIn(process, Kafka),
    KafkaJSError,
    KafkaJSNotImplemented,
    isKafkaJSError: (error: unknown) => error instanceof KafkaJSError,
    CompressionTypes: { None: 'none', GZIP: 'gzip', Snappy: 'snappy', LZ4: 'lz4', ZSTD: 'zstd' },
    PartitionAssigners: { roundRobin: 'roundrobin', range: 'range', cooperativeSticky: 'cooperative-sticky' },
    logLevel: { NOTHING: 0, ERROR: 1, WARN: 2, INFO: 3, DEBUG: 4 },
    ErrorCodes: {},
  };
  const RdKafka = rdkafka(process);
  return packaged({ ...RdKafka, KafkaJS, RdKafka });
}

function Kafka(process: SimulatedProcess, common?: unknown): object {
  return new KafkaClient(process, common);
}
