import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { silentLogger } from '../silent-logger.ts';
import { constructorIn, packaged } from '../requests.ts';
import { Consumer } from './consumer.ts';
import * as errors from './errors.ts';
import { LocalOffsets } from './local-offsets.ts';
import { Producer } from './producer.ts';

class KafkaClient {
  private readonly process: SimulatedProcess;
  private readonly offsets = new LocalOffsets();

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  producer(options?: unknown): Producer {
    return new Producer(this.process, this.offsets, options);
  }

  consumer(options?: unknown): Consumer {
    return new Consumer(this.process, this.offsets, options);
  }

  admin(): object {
    return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => Promise.resolve([])) });
  }

  logger(): object {
    return silentLogger;
  }
}

const constants = packaged({
  Partitioners: { DefaultPartitioner: noPartitioner, LegacyPartitioner: noPartitioner },
  CompressionTypes: { None: 0, GZIP: 1, Snappy: 2, LZ4: 3, ZSTD: 4 },
  CompressionCodecs: {},
  PartitionAssigners: { roundRobin: noPartitioner },
  logLevel: { NOTHING: 0, ERROR: 1, WARN: 2, INFO: 4, DEBUG: 5 },
  ConfigResourceTypes: { UNKNOWN: 0, TOPIC: 2, BROKER: 4, BROKER_LOGGER: 8 },
  ...errors,
});

/** The library `kafkajs`, version 2, as far as what it does can be seen from outside the process. */
export function kafkajs(process: SimulatedProcess): object {
  return packaged({ Kafka: constructorIn(process, Kafka) }, constants);
}

function Kafka(process: SimulatedProcess): object {
  return new KafkaClient(process);
}

function noPartitioner(): () => number {
  return () => 0;
}
