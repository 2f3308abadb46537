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

/** Should be called while the program's own call is on the stack. */
export function outgoing(
  process: SimulatedProcess,
  records: readonly Pick<OutgoingRecord, 'topic' | 'record'>[],
): readonly OutgoingRecord[] {
  return records.map(({ topic, record }) => {
    const located = process.locate({
      kind: 'produce',
      role: 'effect',
      category: 'kafka',
      resource: topic,
      label: `sends to ${topic}`,
    });
    return { located, topic, record, applications: process.applicationsOf(located, record) };
  });
}
