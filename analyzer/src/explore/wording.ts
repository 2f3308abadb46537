import type { Delivery, Machine, Move } from './machine.ts';
import type { State } from './state.ts';

/** The sentences of a trace. An engineer reads them at three in the morning: short, and in the order of the clock. */
export const say = {
  first: (delivery: Delivery): string => {
    if (delivery.kind === 'call') return 'the function is called';
    return delivery.batch ? 'the batch is handed to the handler' : 'the message is handed to the handler';
  },
  second: 'the next message is handled',
  unresolved: 'the batch was not resolved, and the consumer fetches it again',
  sought: 'the consumer was sent back, and fetches the message again',
  quits: 'the process ends itself',
  begin: 'a Kafka transaction begins',
  sendOffsets: 'the input offset is added to the transaction',
  abort: 'the transaction is aborted: its messages will never be visible to read_committed readers',
  dbCommit: 'the database commits',
  dbRolledBack: 'the database rolls back instead of committing, because a statement of the transaction had failed',
  commit: (state: State): string =>
    (state.pendingPosition ?? 0) > 0
      ? 'the transaction commits: output and input offset move together'
      : 'the transaction commits: its messages are visible, the input offset has not moved',
  effect: (label: string, pending: boolean, state: State): string => {
    const again = state.applied > 0 ? ' again' : '';
    return pending
      ? `${label} runs${again}, pending until the commit`
      : `${label} runs${again}: applied ${state.applied > 0 ? 'twice' : 'once'}`;
  },
  lookup: (label: string, found: boolean): string =>
    found ? `${label} finds a record of the message` : `${label} finds no record of the message`,
  record: (label: string, durable: boolean): string =>
    durable
      ? `the record that ${label} looks for is written`
      : `${label}: the message is remembered, in this process only`,
  violation: (label: string): string => `${label} throws: the message is recorded already`,
  commitOffset: (position: number): string =>
    position === 0 ? 'the offset is committed as it was' : `the offset of message ${String(position)} is committed`,
  resolveOffset: 'the offset is resolved in memory',
  fails: (label: string): string => `${label} fails and throws`,
  unanswered: (label: string): string => `${label} took effect, but its answer is lost and it throws`,
  crash: (move: Move, state: State, machine: Machine): string => {
    const lost = forgets(state, machine) ? '; what it kept in memory is gone' : '';
    const aborted = state.transaction === 'open' ? '; the open transaction will be aborted' : '';
    const again = state.applied > 0 && move.kind === 'target' ? 'the next ' : '';
    return `the process crashes ${whereIn(move, machine.delivery, again)}${aborted}${lost}`;
  },
  revoked: (move: Move): string =>
    `the partition is revoked ${beforeStep(move)}, and this process stands still without noticing`,
  leaving: (move: Move): string =>
    `the partition is revoked ${beforeStep(move)}, and this process finishes what it was handed`,
  takenOver: 'another process starts from the position, and the broker hands the same message over to it',
  resumed: 'the first process goes on where it stood still',
  waits: 'the new process has to wait for a lock, and the first one goes on where it stood still',
  released: 'the new process gets the lock and goes on',
  replay: (delivery: Delivery): string =>
    delivery.kind === 'handler'
      ? 'after the restart the broker hands the same message over again'
      : 'after the restart the work is started again',
  afterThrow: (delivery: Delivery): string =>
    delivery.kind === 'handler'
      ? `the handler throws: ${delivery.client.afterThrow}`
      : 'the function throws, and its caller tries again',
  twice: (label: string, produce: boolean): string =>
    produce ? `${label}: the message is in the topic twice` : `${label} was applied twice for one message`,
  never: (label: string): string => `${label} never happens, and the message counts as processed`,
  ghost: (label: string): string => `${label}: a read_uncommitted reader has seen a message that was never committed`,
  stuck: (delivery: Delivery): string =>
    delivery.kind === 'handler'
      ? 'the handler throws each time it is handed the message, and the partition stands still until a restart'
      : 'the function throws each time it is called, until a restart',
} as const;

/** `again` tells one turn of a loop from the next. */
function whereIn(move: Move, delivery: Delivery, again: string): string {
  if (move.kind !== 'exit') return beforeStep(move, again);
  return delivery.kind === 'call'
    ? 'before the caller learns of the success'
    : 'after the handler, before the offset is committed';
}

function beforeStep(move: Move, again = ''): string {
  if (move.kind === 'exit') return 'after the last step of the handler';
  if (move.kind === 'failure') return 'before the exception leaves the handler';
  if (move.kind === 'stale') return 'before the handler asks whether it still has it';
  return move.kind === 'settled' ? 'after the work that nobody waited for' : `before ${again}${move.label}`;
}

/** A memory that decides about the effect. */
function forgets({ memory }: State, { guards }: Machine): boolean {
  return guards.some(({ decides }, guard) => decides && (memory & (1 << guard)) !== 0);
}
