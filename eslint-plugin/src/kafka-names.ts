import { registry } from '@kafka-eos/libraries/registry';

const packages = registry.filter(({ role }) => role === 'kafka').map(({ specifier }) => specifier);

/** Whether a text names a way to Kafka, anywhere: enough to say that an analysis should have looked at it. */
export function namesKafka(text: string): boolean {
  return packages.some((name) => text.includes(name)) || text.includes('@eos ');
}
