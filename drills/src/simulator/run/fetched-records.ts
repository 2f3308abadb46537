import { firstOffset, type FetchedRecord, type RunningConsumer } from '../world/running-consumer.ts';
import { recordOf } from './delivery-words.ts';
import type { RunPlan } from './run-plan.ts';

/** What the consumer is given next: nothing behind its position, and only what it is allowed to see. */
export function fetchedRecords(
  { messages, fetch }: RunPlan,
  { position, readUncommitted }: RunningConsumer,
): readonly FetchedRecord[] {
  const records = messages
    .map((message, index) => ({ record: recordOf(message, firstOffset + index), isAborted: message.aborted === true }))
    .filter(({ record, isAborted }) => record.offset >= position && (readUncommitted || !isAborted))
    .map(({ record }) => record);
  return fetch === 'together' ? records : records.slice(0, 1);
}
