import type { InputMessage } from '../simulator/api.ts';
import type { Given } from './simulated-source.ts';

/** What programs are given that start nothing by themselves, or whose trap takes a message of its own. */
export const GIVEN: Readonly<Record<string, Given>> = {
  'floating-effect 1': { messages: [listOf('first-1'), listOf('second-2')] },
  'floating-effect 3': { messages: [listOf('first-1'), listOf('second-2')] },
  'batch-tail-dropped': { disturbances: true },
  'conflicting-client-options': { calls: [{ export: 'settle', args: [['first-1'], 'north'] }] },
  'dedup-window-too-short': { downtime: 3600 },
  'dual-write': {
    calls: [
      { export: 'addBoat', args: ['first-1', 'Bergen'] },
      { export: 'relay', args: [] },
    ],
    tables: { outbox: { rows: [{ id: 1, topic: 'boats.added', key: 'first-1', value: 'Bergen', sent_at: null }] } },
  },
  'idle-transactional-id': { calls: [{ export: 'publish', args: ['first-1'] }] },
  'misplaced-client-option 1': { calls: [{ export: 'publish', args: ['first-1', 300] }] },
  'misplaced-client-option 4': { calls: [{ export: 'publish', args: ['first-1', 300] }] },
  'misused-client-api': { calls: [{ export: 'load', args: [['first-1']] }] },
  'misused-client-api 5': { start: 'read' },
  'non-idempotent-producer': { disturbances: true },
  'overlapping-transactions': { calls: [{ export: 'publishAll', args: [['first-1', 'second-2']] }] },
  'shared-transactional-id': {
    calls: [
      { export: 'publishAll', args: [['first-1', 'second-2']] },
      { export: 'publish', args: ['first-1'] },
    ],
  },
  'transaction-not-settled': {
    messages: [
      { id: 'first-1', value: '{"id":"first-1"}' },
      { id: 'second-2', key: 'second-2', value: '{"id":"second-2"}' },
    ],
  },
};

function listOf(id: string): InputMessage {
  const items = [`${id}-a`, `${id}-b`];
  return { id, key: id, value: JSON.stringify(items), items };
}

const FENCED = 'KafkaJSProtocolError: The broker answered INVALID_PRODUCER_EPOCH';
const ONGOING =
  'There is already an ongoing transaction for this producer. Please end the transaction before beginning another.';

/** A unit that does not get to its end although nothing fails. */
function stuckBy(error: string): string {
  return `incomplete: without any fault, the unit is stuck: the handler throws: ${error}`;
}

/** A transaction that nobody calls again but a person: what it sends may be there twice, and never by halves. */
function calledTwice(topic: string): string {
  return `sends to ${topic}: at-least-once (duplicate, aborted-read, stuck)`;
}

/** Of a page's programs, by their number: what becomes of the effects when something fails. */
export const STORIES: Readonly<Record<string, readonly (readonly [program: number, ...verdicts: string[]])[]>> = {
  'abort-after-failed-commit': [
    [0, 'sends to bills.taxed: exactly-once (aborted-read, stuck)'],
    [1, 'sends to bills.taxed: exactly-once (aborted-read, stuck)'],
    [2, 'sends to bills.taxed: exactly-once (aborted-read, stuck)'],
  ],
  'batch-tail-dropped': [
    [0, 'UPDATE boats: at-most-once (lost-write)'],
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: effectively-once'],
    [3, 'UPDATE boats: effectively-once'],
  ],
  'commit-before-process': [
    [0, 'UPDATE boats: at-most-once (lost-write)'],
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: at-most-once (lost-write)'],
    [3, 'UPDATE boats: effectively-once'],
    [4, 'UPDATE boats: effectively-once'],
  ],
  'conflicting-client-options': [
    [
      0,
      stuckBy(
        "KafkaJSNonRetriableError: Not requiring ack for all messages invalidates the idempotent producer's EoS guarantees",
      ),
    ],
    [
      1,
      'incomplete: the program does not start: KafkaJSNonRetriableError: Idempotent producer must allow retries to protect against transient errors',
    ],
    [
      2,
      'incomplete: the program does not start: Error: `max.in.flight` must be set <= 5 when `enable.idempotence` is true',
    ],
    [3, 'sends to payouts.ordered: at-least-once (duplicate, aborted-read)'],
    [4],
  ],
  'dedup-not-atomic': [
    [0, 'stripe.paymentIntents.create: at-least-once (duplicate)', 'INSERT INTO processed: effectively-once'],
    [1, 'SET voucher:{message}: effectively-once', 'mail "A voucher for you": at-most-once (lost-write)'],
    [2, 'stripe.paymentIntents.create: effectively-once', 'INSERT INTO processed: effectively-once'],
    [3, 'INSERT INTO inbox: effectively-once', 'UPDATE wallets: effectively-once'],
  ],
  // The one record lives for a quarter of an hour, the other one for two weeks; the consumer is down for an hour.
  'dedup-window-too-short': [
    [0, 'inbox.updateOne: effectively-once', 'wallets.updateOne: at-least-once (duplicate)'],
    [1, 'inbox.updateOne: effectively-once', 'wallets.updateOne: effectively-once'],
  ],
  'dual-write': [
    [0, 'INSERT INTO boats: at-least-once (duplicate)', 'sends to boats.added: at-least-once (duplicate)'],
    [1, 'INSERT INTO boats: at-least-once (duplicate)', 'sends to boats.added: at-least-once (duplicate)'],
    [
      2,
      'INSERT INTO boats: at-least-once (duplicate)',
      'INSERT INTO outbox: at-least-once (duplicate)',
      'sends to boats.added: at-least-once (duplicate)',
      'UPDATE outbox: effectively-once',
    ],
  ],
  'failed-send-committed': [
    [
      0,
      'sends to bills.taxed: exactly-once (aborted-read, stuck)',
      'sends to bills.history: at-most-once (lost-write, aborted-read, stuck)',
    ],
    [
      1,
      'sends to bills.taxed: exactly-once (aborted-read, stuck)',
      'sends to bills.history: exactly-once (aborted-read, stuck)',
    ],
  ],
  'floating-effect': [
    [0, 'UPDATE boats: effectively-once', 'sends to boats.seen: none (duplicate, lost-write)'],
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: effectively-once', 'sends to boats.seen: at-least-once (duplicate)'],
    [3, 'UPDATE boats: effectively-once'],
  ],
  'idle-transactional-id': [
    [0, 'sends to prices: at-least-once (duplicate)', 'sends to prices.audit: at-least-once (duplicate)'],
    [1, calledTwice('prices'), calledTwice('prices.audit')],
  ],
  'misplaced-client-option': [
    [0, 'UPDATE parcels: effectively-once'],
    [1, 'sends to prices: at-least-once (duplicate)'],
    [
      2,
      "incomplete: the program does not start: KafkaJSError: The property 'idempotent' must be passed in the 'kafkaJS' block",
    ],
    [3, 'UPDATE parcels: effectively-once'],
    [4, 'sends to prices: at-least-once (duplicate)'],
    [5],
  ],
  'misused-client-api': [
    [0],
    [1, stuckBy('KafkaJSNonRetriableError: Must provide transactional id for transactional producer')],
    [2],
    [3, calledTwice('tariffs')],
    [4],
    [5],
  ],
  'non-idempotent-producer': [
    [0, 'sends to regions: at-least-once (duplicate)'],
    [1, 'sends to regions: at-least-once (duplicate)'],
  ],
  'offset-never-committed': [0, 1, 2, 3].map((each) => [each, 'UPDATE boats: effectively-once'] as const),
  'offset-not-next': [
    [0, 'UPDATE boats: effectively-once'],
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: at-most-once (lost-write)'],
    [3, 'UPDATE boats: effectively-once'],
    [4, 'UPDATE boats: effectively-once'],
  ],
  'overlapping-transactions': [
    [0, stuckBy(`KafkaJSNonRetriableError: ${ONGOING}`)],
    [1, calledTwice('prices')],
    [2, calledTwice('prices')],
  ],
  'send-outside-transaction': [
    [
      0,
      'sends to bills.taxed: exactly-once (aborted-read, stuck)',
      'sends to bills.notices: at-least-once (duplicate, stuck)',
    ],
    [
      1,
      'sends to bills.taxed: exactly-once (aborted-read, stuck)',
      'sends to bills.notices: exactly-once (aborted-read, stuck)',
    ],
  ],
  'shared-transactional-id': [
    [0, stuckBy(FENCED)],
    [1, calledTwice('prices')],
  ],
  'swallowed-failure': [
    [0, 'UPDATE seats: at-most-once (lost-write)'],
    [1, 'sends to tolls.priced: at-most-once (lost-write, aborted-read, stuck)'],
    [2, 'UPDATE seats: effectively-once'],
    [3, 'UPDATE seats: at-most-once (lost-write)'],
  ],
  'transaction-not-settled': [
    [0, stuckBy(ONGOING)],
    [1, 'sends to bills.taxed: exactly-once (aborted-read, stuck)'],
  ],
  'unstable-idempotency-key': [
    [0, 'stripe.paymentIntents.create: at-least-once (duplicate)'],
    [1, 'PutObject archive: at-least-once (duplicate)'],
    [2, 'stripe.paymentIntents.create: effectively-once'],
    [3, 'stripe.paymentIntents.create: effectively-once'],
  ],
  'unstable-transactional-id': [
    [0, 'sends to prices: at-least-once (duplicate, aborted-read, stuck)'],
    [1, 'sends to prices: exactly-once (aborted-read, stuck)'],
  ],
  'use-after-settle': [
    [
      0,
      'incomplete: without any fault, the unit is stuck: the handler throws: Cannot continue to use transaction once ended',
    ],
    [1, 'sends to bills.taxed: exactly-once (aborted-read, stuck)'],
  ],
};

/** Pages whose crash is told in `rule-stories.test.ts`. */
export const TOLD = [
  'in-memory-dedup',
  'offsets-outside-transaction',
  'read-uncommitted-consumer',
  'unkeyed-external-write',
];
