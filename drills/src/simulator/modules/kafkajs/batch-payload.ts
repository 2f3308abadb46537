import { fedPartition, type FetchedRecord } from '../../world/running-consumer.ts';
import { offsetsOf, type PartitionOffset } from './messages.ts';
import { messageOf } from './received-message.ts';

/** What a batch handler can ask of its consumer. */
export interface BatchConsumer {
  readonly heartbeat: () => Promise<void>;
  readonly pause: () => () => void;
  resolve(offset: string): void;
  uncommitted(): object;
  commitResolved(): Promise<void>;
  commitGiven(offsets: readonly PartitionOffset[]): Promise<void>;
  isRunning(): boolean;
  isStale(): boolean;
}

/** What `eachBatch` is called with. */
export function batchPayload(consumer: BatchConsumer, topic: string, records: readonly FetchedRecord[]): object {
  return {
    batch: batchOf(topic, records),
    resolveOffset: (offset: unknown) => {
      consumer.resolve(String(offset));
    },
    heartbeat: consumer.heartbeat,
    pause: consumer.pause,
    commitOffsetsIfNecessary: (offsets: unknown) =>
      offsets === undefined ? consumer.commitResolved() : consumer.commitGiven(offsetsOf(offsets)),
    uncommittedOffsets: () => consumer.uncommitted(),
    isRunning: () => consumer.isRunning(),
    isStale: () => consumer.isStale(),
  };
}

function batchOf(topic: string, records: readonly FetchedRecord[]): object {
  const [first, last] = [records[0], records.at(-1)];
  return {
    topic,
    partition: fedPartition,
    highWatermark: String((last?.offset ?? 0) + 1),
    messages: records.map(messageOf),
    isEmpty: () => records.length === 0,
    firstOffset: () => (first ? String(first.offset) : null),
    lastOffset: () => String(last?.offset ?? -1),
    offsetLag: () => '0',
    offsetLagLow: () => '0',
  };
}
