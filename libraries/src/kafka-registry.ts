import type { Registration } from './registration.ts';

/** The libraries that lead to Kafka. */
export const kafkaRegistry: readonly Registration[] = [
  kafka('@confluentinc/kafka-javascript', '@confluentinc/kafka-javascript', [1], 'confluent-kafka-javascript'),
  kafka('@confluentinc/kafka-javascript/types/kafkajs', '@confluentinc/kafka-javascript', [1], 'confluent-kafkajs'),
  {
    ...kafka('@nestjs/microservices', '@nestjs/microservices', [10, 11, 12], 'nestjs-microservices'),
    since: new Map([
      ['AsyncMicroserviceOptions', 11],
      ['ClientKafkaProxy', 11],
    ]),
  },
  kafka('@platformatic/kafka', '@platformatic/kafka', [1, 2], 'platformatic-kafka'),
  kafka('kafkajs', 'kafkajs', [2], 'kafkajs'),
  kafka('node-rdkafka', 'node-rdkafka', [3], 'node-rdkafka'),
];

function kafka(specifier: string, packageName: string, majors: readonly number[], name: string): Registration {
  return { specifier, packageName, majors, role: 'kafka', file: `kafka/${name}.d.ts` };
}
