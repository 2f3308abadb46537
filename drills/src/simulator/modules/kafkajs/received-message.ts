import type { FetchedRecord } from '../../world/running-consumer.ts';

/** A fresh object for every delivery, as the library makes one: what a handler changes on it is lost. */
export function messageOf(record: FetchedRecord): object {
  return {
    key: record.key === undefined ? null : Buffer.from(record.key),
    value: record.value === null ? null : Buffer.from(record.value),
    offset: String(record.offset),
    timestamp: String(1_799_999_000_000 + record.offset),
    attributes: 0,
    headers: Object.fromEntries(Object.entries(record.headers).map(([name, text]) => [name, Buffer.from(text)])),
  };
}
