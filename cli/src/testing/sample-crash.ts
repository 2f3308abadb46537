import type { CrashReport } from '../crash/crash-report.ts';
import type { CrashRow } from '../crash/crash-view.ts';
import { plain } from '../terminal/style.ts';

const at = (line: number, file = 'src/payments.ts') => ({
  file,
  start: { line, column: 3 },
  end: { line, column: 9 },
});

const row: CrashRow = {
  moment: 'after',
  place: at(12),
  label: 'stripe.charges.create',
  code: 'await stripe.charges.create({ amount }); // 料金',
  calls: [at(4)],
  redelivered: 'always',
  forgotten: ['seen'],
  kept: [{ letter: 'A', sure: true }],
  dropped: [{ letter: 'B', sure: false }],
  performed: [
    { letter: 'A', sure: true },
    { letter: 'B', sure: true },
  ],
  ends: [
    { letter: 'A', ends: ['duplicate', 'once'] },
    { letter: 'B', ends: ['aborted-read'] },
  ],
  verdict: 'bad',
};

/** A report with every kind of row. */
export const sampleCrash: CrashReport = {
  views: [
    {
      name: 'eachMessage',
      place: at(10),
      kind: 'handler',
      delivery: 'each-message',
      autoCommit: true,
      guarantee: 'at-least-once',
      effects: [
        {
          letter: 'A',
          label: 'stripe.charges.create',
          place: at(12),
          guarantee: 'at-least-once',
          insideTransaction: false,
        },
        { letter: 'B', label: 'txn.send', place: at(14), guarantee: 'exactly-once', insideTransaction: true },
      ],
      rows: [
        {
          ...row,
          moment: 'before',
          label: 'the first step',
          kept: [],
          dropped: [],
          forgotten: [],
          ends: [],
          verdict: 'good',
        },
        row,
        {
          ...row,
          place: at(14),
          code: 'await txn.send({',
          ends: [{ letter: 'B', ends: ['aborted-read'] }],
          verdict: 'dubious',
        },
        {
          ...row,
          moment: 'committed',
          label: 'the offset is committed',
          ends: [{ letter: 'A', ends: ['once'] }],
          verdict: 'good',
        },
      ],
    },
  ],
  notices: [],
  shownPath: (file) => file,
  style: plain,
  width: 80,
};

/** The sample with hostile text wherever text of others goes. */
export function hostileCrash(text: string): CrashReport {
  const place = at(1, text);
  const hostileRow: CrashRow = { ...row, place, label: text, code: text, calls: [place], forgotten: [text] };
  return {
    ...sampleCrash,
    views: sampleCrash.views.map((view) => ({
      ...view,
      name: text,
      place,
      effects: view.effects.map((effect) => ({ ...effect, label: text, place })),
      rows: [hostileRow, { ...hostileRow, calls: [at(2, text)] }],
    })),
    notices: [{ message: text, file: text, incomplete: true }],
  };
}
