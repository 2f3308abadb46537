import type { Registration } from './registration.ts';

/** The libraries that lead to Kafka. */
export const kafkaRegistry: readonly Registration[] = [
  { specifier: 'kafkajs', packageName: 'kafkajs', majors: [2], role: 'kafka', file: 'kafka/kafkajs.d.ts' },
];
