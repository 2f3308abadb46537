import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { packaged } from '../requests.ts';
import { Consumer } from './consumer.ts';
import * as errors from './errors.ts';
import { LocalOffsets } from './local-offsets.ts';
import { Producer } from './producer.ts';

/** The library `kafkajs`, version 2, as far as what it does can be seen from outside the process. */
export function kafkajs(process: SimulatedProcess): object {
  class Kafka {
    private readonly offsets = new LocalOffsets();

    producer(options?: unknown): Producer {
      return new Producer(process, this.offsets, options);
    }

    consumer(options?: unknown): Consumer {
      return new Consumer(process, this.offsets, options);
    }

    admin(): object {
      return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => Promise.resolve([])) });
    }

    logger(): object {
      return console;
    }
  }
  return packaged({
    Kafka,
    Partitioners: { DefaultPartitioner: noPartitioner, LegacyPartitioner: noPartitioner },
    CompressionTypes: { None: 0, GZIP: 1, Snappy: 2, LZ4: 3, ZSTD: 4 },
    CompressionCodecs: {},
    PartitionAssigners: { roundRobin: noPartitioner },
    logLevel: { NOTHING: 0, ERROR: 1, WARN: 2, INFO: 4, DEBUG: 5 },
    ConfigResourceTypes: { UNKNOWN: 0, TOPIC: 2, BROKER: 4, BROKER_LOGGER: 8 },
    ...errors,
  });
}

function noPartitioner(): () => number {
  return () => 0;
}
