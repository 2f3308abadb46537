import assert from 'node:assert/strict';
import { entryOf, printProgram } from './print-program.ts';
import type { EffectStatement, Program, Settle } from './program.ts';
import { wellFormed } from './well-formed.ts';

const produce: EffectStatement = { kind: 'effect', effect: 'produce', key: 'none', ambient: true, form: 'plain' };

/** An order that is urgent ends the transaction and returns, and something is produced last. */
function endedEarly(settle: Settle, last = produce): Program {
  return {
    language: 'typescript',
    shape: 'inline',
    autoCommit: true,
    transactionalId: 'constant',
    delivery: {
      kind: 'each-message',
      body: [
        {
          kind: 'transaction',
          settle,
          offsets: 'next',
          body: [
            {
              kind: 'attempt',
              body: [
                {
                  kind: 'branch',
                  field: 'urgent',
                  form: 'exit',
                  body: [{ kind: 'heartbeat' }],
                  otherwise: [],
                },
              ],
              rescue: [],
              rethrow: true,
              last: [last],
            },
          ],
        },
      ],
    },
  };
}

function textOf(program: Program): string {
  return printProgram(program).get(entryOf(program)) ?? '';
}

describe('a generated program', () => {
  for (const settle of ['rethrow', 'swallow', 'guarded', 'bare'] as const) {
    it(`sends nothing in a transaction that the message's own data has ended (${settle})`, () => {
      const text = textOf(wellFormed(endedEarly(settle)));
      assert.match(text, /await txn\.abort\(\);\s+return;/);
      assert.match(text, /finally \{\s+await producer\.send/);
    });
  }

  it('sends there what nobody fails for', () => {
    for (const program of [
      endedEarly('lenient'),
      endedEarly('wrapper'),
      endedEarly('rethrow', { ...produce, form: 'caught' }),
    ])
      assert.match(textOf(wellFormed(program)), /finally \{\s+await txn\.send/);
  });
});
