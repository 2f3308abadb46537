import type { KafkaRecord } from '../../sinks/kafka/broker.ts';
import { field, isList, listField, plainText, textField } from '../../world/callback.ts';

interface TopicRecord {
  readonly topic: string;
  readonly record: KafkaRecord;
}

/** The records of `send({ topic, messages })`, or of `sendBatch({ topicMessages })`. */
export function recordsOf(request: unknown): readonly TopicRecord[] {
  const batches = field(request, 'topicMessages');
  if (isList(batches)) return batches.flatMap(recordsOf);
  const topic = textField(request, 'topic') ?? '';
  return listField(request, 'messages').map((message) => ({
    topic,
    record: {
      key: bytesOf(field(message, 'key')),
      value: bytesOf(field(message, 'value')),
      headers: headersOf(field(message, 'headers')),
    },
  }));
}

function headersOf(headers: unknown): Readonly<Record<string, Buffer>> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, bytesOf(value) ?? Buffer.alloc(0)]));
}

function bytesOf(value: unknown): Buffer | null {
  if (value === undefined || value === null) return null;
  return Buffer.isBuffer(value) ? value : Buffer.from(plainText(value));
}

export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  /** The next offset; `NaN` for what is no number. */
  readonly offset: number;
}

/** The offsets of `{ topics: [{ topic, partitions: [{ partition, offset }] }] }`. */
export function offsetsOf(request: unknown): readonly PartitionOffset[] {
  return listField(request, 'topics').flatMap((entry) =>
    listField(entry, 'partitions').map((place) => offsetOf(place, textField(entry, 'topic') ?? '')),
  );
}

export function offsetOf(place: unknown, topic = textField(place, 'topic') ?? ''): PartitionOffset {
  return { topic, partition: Number(field(place, 'partition')), offset: Number(field(place, 'offset')) };
}
