import type { InputMessage } from '../api.ts';
import type { DeliveryOutcome, FetchedRecord } from '../world/running-consumer.ts';

export async function outcomeOf(run: () => unknown): Promise<DeliveryOutcome> {
  try {
    await run();
    return { kind: 'returned' };
  } catch (error) {
    return { kind: 'threw', error: String(error), fatal: false };
  }
}

export function endOf(outcome: DeliveryOutcome | undefined): ['return' | 'throw' | 'end', string] {
  if (!outcome) return ['end', 'the handler never ends'];
  return outcome.kind === 'returned'
    ? ['return', 'the handler returns']
    : ['throw', `the handler throws: ${outcome.error}`];
}

export function recordOf({ id, key, value, headers }: InputMessage, offset: number): FetchedRecord {
  return { id, offset, key, value, headers: headers ?? {} };
}

export function nameOf({ offset, id }: FetchedRecord): string {
  return `offset ${offset} (${id})`;
}
