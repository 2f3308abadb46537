import type { ExplainedChange } from '@kafka-eos/linter/guarantees/explain-changes';
import type { GuaranteesReport } from '../guarantees/guarantees-report.ts';
import { plain } from '../terminal/style.ts';

const at = (line: number, file = 'src/payments.ts') => ({
  file,
  start: { line, column: 3 },
  end: { line, column: 9 },
});

const change: ExplainedChange = {
  unit: { file: 'src/payments.ts', symbol: 'Payments.start.eachMessage' },
  status: 'moved',
  was: { file: 'src/old.ts', symbol: 'Payments.start.eachMessage' },
  place: at(10),
  facts: [{ fact: 'autoCommit', before: 'false', after: 'true', fails: false, place: at(4) }],
  effects: [
    {
      effect: 'charge in Charger.charge',
      status: 'downgraded',
      before: { guarantee: 'effectively-once', transaction: 'outside', guards: { seen: 'durable claim' } },
      after: { guarantee: 'at-least-once', transaction: 'outside' },
      fails: true,
      place: at(12),
      causes: [{ message: 'guard `seen` is gone', place: at(12) }],
      reason: 'some run applies it twice',
      trace: [
        { place: at(10), kind: 'receive', message: 'the message is handed to the handler' },
        { place: at(12), kind: 'fault', message: 'the process crashes' },
      ],
    },
    {
      effect: 'send (paid)',
      status: 'raised',
      before: { guarantee: 'none', transaction: 'outside' },
      after: { guarantee: 'exactly-once', transaction: 'inside' },
      fails: false,
      place: at(14),
      causes: [],
      reason: 'it is visible when the transaction commits',
      trace: [],
    },
    {
      effect: 'fetch',
      status: 'removed',
      before: { guarantee: 'at-least-once', transaction: 'outside' },
      fails: false,
      causes: [],
      trace: [],
    },
  ],
};

export const sampleGuarantees: GuaranteesReport = {
  lock: 'kafka-eos.lock.json',
  state: 'compared',
  summary: { units: 1, effects: 2, unsound: 1, unknown: 0, weaker: 1, unagreed: 0, raised: 1, others: 2 },
  changes: [change],
  complete: true,
  notices: [],
  shownPath: (file) => file,
  style: plain,
};

/** The sample with hostile text wherever text of others goes. */
export function hostileGuarantees(text: string): GuaranteesReport {
  const place = at(1, text);
  const unit = { file: text, symbol: text };
  return {
    ...sampleGuarantees,
    lock: text,
    changes: [
      {
        ...change,
        ...{ unit, was: unit, place },
        effects: change.effects.map((effect) => ({
          ...effect,
          ...{ effect: text, was: text, reason: text, place },
          causes: [{ message: text, place }],
          trace: [{ place, kind: 'effect', message: text }],
        })),
      },
    ],
    notices: [{ message: text, file: text, incomplete: true }],
  };
}
