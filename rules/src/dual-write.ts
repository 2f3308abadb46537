import type { DualWrite } from '@kafka-eos/analyzer/facts/dual-write';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import { defineRule } from './contract/define-rule.ts';
import type { Workspace } from './contract/workspace.ts';

export default defineRule({
  id: 'dual-write',
  summary: 'A row and a message of one unit of work that a crash can part.',
  severity: { recommended: 'off', strict: 'warning' },
  inspects: 'dualWrite',
  messages: {
    beside: {
      what: 'This message and {row} are one unit of work, and nothing makes them one.',
      why: 'The database and Kafka commit by themselves: a crash, or a failure, in between leaves one without the other.',
      how: 'Write the message into an outbox table in the same database transaction, and let a relay send it.',
    },
  },
  check(dual, report, workspace) {
    if (isOfHandler(dual, workspace)) return;
    report({
      message: 'beside',
      at: dual.place,
      data: { row: dual.row.label },
      because: [{ place: dual.row.place, message: 'the row is written here' }],
      trace: dual.trace,
    });
  },
});

/** In a handler the redelivery repeats both, which other rules judge. */
function isOfHandler({ place }: DualWrite, { units }: Workspace): boolean {
  return units.some(
    (unit) => unit.kind === 'handler' && unit.effects.some(({ effect }) => isSame(effect.place, place)),
  );
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.start.line === b.start.line && a.start.column === b.start.column;
}
