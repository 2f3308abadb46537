import type { ClientOptions } from '@kafka-eos/analyzer/facts/client-options';
import { confluentOptions } from './client-options/confluent.ts';
import { kafkajsOptions } from './client-options/kafkajs.ts';
import { nestjsOptions } from './client-options/nestjs.ts';
import { nodeRdkafkaOptions } from './client-options/node-rdkafka.ts';
import { platformaticOptions } from './client-options/platformatic.ts';

/** By the import specifier, because one package may have two ways to be configured; with the majors it was read in. */
const known: readonly { readonly specifier: string; readonly majors: readonly number[]; options: ClientOptions }[] = [
  { specifier: '@confluentinc/kafka-javascript/types/kafkajs', majors: [1], options: confluentOptions },
  { specifier: '@nestjs/microservices', majors: [10, 11, 12], options: nestjsOptions },
  { specifier: '@platformatic/kafka', majors: [1, 2], options: platformaticOptions },
  { specifier: 'kafkajs', majors: [2], options: kafkajsOptions },
  { specifier: 'node-rdkafka', majors: [3], options: nodeRdkafkaOptions },
];

/** Where a library takes its options, in the newest of some majors; undefined for one that is not known. */
export function optionsOf(specifier: string, majors: readonly number[]): ClientOptions | undefined {
  return known.find((each) => each.specifier === specifier && each.majors.some((major) => majors.includes(major)))
    ?.options;
}
