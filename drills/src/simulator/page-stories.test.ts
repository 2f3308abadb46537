import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { programsOf } from '../testing/page-programs.ts';
import { simulateSource, storyOf, verdictsOf } from '../testing/simulated-source.ts';
import type { SimulatedUnit } from './api.ts';

const fields = ['eventId', 'owner', 'coins', 'cents', 'tenant'];

async function program(rule: string, index: number): Promise<readonly SimulatedUnit[]> {
  return simulateSource(programsOf(rule)[index] ?? assert.fail(`${rule} has no program ${String(index)}`), { fields });
}

/** Of a page's programs, by their number: what becomes of the effects when something fails. */
const STORIES: Readonly<Record<string, readonly (readonly [program: number, ...verdicts: string[]])[]>> = {
  'commit-before-process': [
    [0, 'UPDATE boats: at-most-once (lost-write)'],
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: effectively-once'],
    [3, 'UPDATE boats: effectively-once'],
  ],
  'dedup-not-atomic': [
    [0, 'stripe.paymentIntents.create: at-least-once (duplicate)', 'INSERT INTO processed: effectively-once'],
    [1, 'SET voucher:{message}: effectively-once', 'mail "A voucher for you": at-most-once (lost-write)'],
    [2, 'stripe.paymentIntents.create: effectively-once', 'INSERT INTO processed: effectively-once'],
    [3, 'INSERT INTO inbox: effectively-once', 'UPDATE wallets: effectively-once'],
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
    [2, 'UPDATE boats: effectively-once', 'sends to boats.seen: at-least-once (duplicate)'],
  ],
  'offset-not-next': [
    [1, 'UPDATE boats: at-most-once (lost-write)'],
    [2, 'UPDATE boats: at-most-once (lost-write)'],
    [3, 'UPDATE boats: effectively-once'],
    [4, 'UPDATE boats: effectively-once'],
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
  'swallowed-failure': [
    [0, 'UPDATE seats: at-most-once (lost-write)'],
    [1, 'sends to tolls.priced: at-most-once (lost-write, aborted-read, stuck)'],
    [2, 'UPDATE seats: effectively-once'],
  ],
  'unstable-idempotency-key': [
    [0, 'stripe.paymentIntents.create: at-least-once (duplicate)'],
    [2, 'stripe.paymentIntents.create: effectively-once'],
    [3, 'stripe.paymentIntents.create: effectively-once'],
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
const TOLD = ['in-memory-dedup', 'offsets-outside-transaction', 'read-uncommitted-consumer', 'unkeyed-external-write'];

/** Pages whose trap is none of what becomes of an effect when one thing fails in one unit of one process. */
const UNTOLD: Readonly<Record<string, string>> = {
  'abort-after-failed-commit': 'the effects are the same; what is lost is the error',
  'batch-tail-dropped': 'in a simulation no batch grows stale while it is handled',
  'conflicting-client-options': 'the settings are refused before there is a unit',
  'dedup-window-too-short': 'time does not pass in a simulation',
  'dual-write': 'its units are no handlers, and nobody calls them again',
  'idle-transactional-id': 'it is about what never begins',
  'misplaced-client-option': 'the client ignores the option or refuses it',
  'misused-client-api': 'the client refuses the call',
  'non-idempotent-producer': 'retries inside of a producer are no fault of the simulator',
  'offset-never-committed': 'its writes may be repeated; what costs is the time of a restart',
  'overlapping-transactions': 'one message is handled after the other in a simulation',
  'shared-transactional-id': 'it takes two processes that live at once',
  'transaction-not-settled': 'the effect is the same; what waits are the readers',
  'unstable-transactional-id': 'it takes two processes that live at once',
};

describe('the programs of the pages of rules', () => {
  it('are simulated, or there is a reason why they are not', () => {
    const pages = readdirSync(new URL('../../../docs/rules/', import.meta.url)).map((name) => name.replace('.md', ''));
    assert.deepEqual([...TOLD, ...Object.keys(STORIES), ...Object.keys(UNTOLD)].sort(), pages.sort());
  });

  for (const [rule, programs] of Object.entries(STORIES)) {
    it(`crash as the page of ${rule} says`, async () => {
      for (const [index, ...verdicts] of programs) {
        assert.deepEqual(verdictsOf(await program(rule, index)), verdicts, `program ${String(index)}`);
      }
    });
  }

  it('lose the row whose offset was committed ahead', async () => {
    const units = await program('commit-before-process', 0);
    assert.deepEqual(storyOf(units, 'UPDATE boats', 'lost-write').slice(0, 4), [
      '0 receives offset 70041 (first-1)',
      '0 commits offset 70042',
      '0 crashes after: commits offset 70042',
      '1 starts',
    ]);
  });

  it('charge again under another key', async () => {
    const units = await program('unstable-idempotency-key', 0);
    assert.deepEqual(storyOf(units, 'stripe.paymentIntents.create', 'duplicate').slice(0, 5), [
      '0 receives offset 70041 (first-1)',
      '0 stripe.paymentIntents.create',
      '0 crashes after: stripe.paymentIntents.create',
      '1 starts',
      '1 receives offset 70041 (first-1)',
    ]);
  });
});
