/** The packages that lead to Kafka; a test holds them equal to the libraries that the analyzer reads. */
export const kafkaPackages: readonly string[] = [
  '@confluentinc/kafka-javascript',
  '@nestjs/microservices',
  '@platformatic/kafka',
  'kafkajs',
  'node-rdkafka',
];

const named = new RegExp(`["'\`](?:${kafkaPackages.map(escaped).join('|')})["'\`/]`);

/** Whether a manifest or a source names one of them. Comments count: this decides who is asked, not what is found. */
export function namesKafka(text: string): boolean {
  return named.test(text);
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
