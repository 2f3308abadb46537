import type { Delivery, Machine, Move } from './machine.ts';
import type { State } from './state.ts';

/** The sentences of a trace. An engineer reads them at three in the morning: short, and in the order of the clock. */
export const say = {
  first: 'the message is handed to the handler',
  called: 'the function is called',
  second: 'the next message is handled',
  begin: 'a Kafka transaction begins',
  sendOffsets: 'the input offset is added to the transaction',
  abort: 'the transaction is aborted: its messages will never be visible to read_committed readers',
  dbCommit: 'the database commits',
  commit: (state: State): string =>
    state.pendingPosition > 0
      ? 'the transaction commits: output and input offset move together'
      : 'the transaction commits: its messages are visible, the input offset has not moved',
  effect: (label: string, pending: boolean, state: State): string => {
    const again = state.applied > 0 ? ' again' : '';
    return pending
      ? `${label} runs${again}, pending until the commit`
      : `${label} runs${again}: applied ${state.applied > 0 ? 'twice' : 'once'}`;
  },
  lookup: (label: string, found: boolean): string =>
    found ? `${label} knows the message: it is skipped` : `${label} has no record of the message`,
  record: (label: string, durable: boolean): string =>
    durable ? `${label}: the message is recorded` : `${label}: the message is remembered, in this process only`,
  position: (move: Move & { readonly kind: 'position' }, message: number): string =>
    move.how === 'commit'
      ? `the offset of message ${String(message)} is committed`
      : 'the offset is resolved in memory',
  fails: (label: string): string => `${label} fails and throws`,
  unanswered: (label: string): string => `${label} took effect, but its answer is lost and it throws`,
  crash: (move: Move, state: State, machine: Machine): string => {
    const where = move.kind === 'exit' ? afterReturn(machine.delivery) : `before ${move.label}`;
    const lost = state.memory > 0 ? '; what it kept in memory is gone' : '';
    const aborted = state.transaction === 'open' ? '; the open transaction will be aborted' : '';
    return `the process crashes ${where}${aborted}${lost}`;
  },
  replay: (delivery: Delivery): string =>
    delivery.kind === 'handler'
      ? 'after the restart the broker hands the same message over again'
      : 'after the restart the work is started again',
  afterThrow: (delivery: Delivery): string =>
    delivery.kind === 'handler'
      ? `the handler throws: ${delivery.afterThrow}`
      : 'the function throws, and its caller tries again',
  twice: (label: string, produce: boolean): string =>
    produce ? `${label}: the message is in the topic twice` : `${label} was applied twice for one message`,
  never: (label: string): string => `${label} never happens, and the message counts as processed`,
  ghost: (label: string): string => `${label}: a read_uncommitted reader has seen a message that was never committed`,
} as const;

function afterReturn(delivery: Delivery): string {
  if (delivery.kind === 'call') return 'before the caller learns of the success';
  return 'after the handler, before the offset is committed';
}
