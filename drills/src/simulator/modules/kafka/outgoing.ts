import type { KafkaRecord } from '../../sinks/kafka/broker.ts';
import type { LocatedEffect } from '../../world/effect-index.ts';
import type { Application } from '../../world/ledger.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';

/** A record on its way, with what it stands for. */
export interface OutgoingRecord {
  readonly located: LocatedEffect;
  readonly applications: readonly Application[];
  readonly topic: string;
  readonly record: KafkaRecord;
}

/** Should be called while the program's own call is on the stack, and not far below: only its top is looked at. */
export function outgoing(
  process: SimulatedProcess,
  records: readonly Pick<OutgoingRecord, 'topic' | 'record'>[],
): readonly OutgoingRecord[] {
  const found: OutgoingRecord[] = [];
  for (const { topic, record } of records) {
    const located = process.locate({
      kind: 'produce',
      role: 'effect',
      category: 'kafka',
      resource: topic,
      label: `sends to ${topic}`,
    });
    found.push({ located, topic, record, applications: process.applicationsOf(located, record) });
  }
  return found;
}
