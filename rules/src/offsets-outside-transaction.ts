import type { AutoCommit } from '@kafka-eos/analyzer/facts/consumer';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Transaction } from '@kafka-eos/analyzer/facts/transaction';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule, type Fix } from './contract/define-rule.ts';

export default defineRule({
  id: 'offsets-outside-transaction',
  summary: 'A transaction whose input offset moves elsewhere: output and position can disagree after a crash.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    offsetsMissing: {
      what: 'This commit makes the output visible while the input offset stays where it was.',
      why: 'After a crash before the offset is committed the message is handled again, and its output is sent a second time.',
      how: 'Send the offset in the same transaction, before the commit.',
    },
    committedBeside: {
      what: 'The input offset is committed here, outside the transaction that {name} runs.',
      why: 'A crash between the two commits repeats the output or loses it.',
      how: 'Move the offset in the transaction and drop this commit.',
    },
    autoCommitOn: {
      what: 'The consumer commits offsets by itself while {name} sends them in a transaction.',
      why: 'The automatic commit moves the offset of every message that was handled, also after its transaction was aborted.',
      how: 'Set {option} to false.',
    },
  },
  check(unit, report) {
    if (unit.kind !== 'handler' || unit.transactions.length === 0) return;
    const besides = unit.offsetCommits.filter(({ besideTransaction }) => besideTransaction);
    for (const { place, trace, removal } of besides) {
      const fixes = (): readonly Fix[] => dropping(unit, removal);
      report({
        message: 'committedBeside',
        at: place,
        data: { name: unit.name },
        because: begins(unit.transactions),
        trace,
        fixes,
      });
    }
    // An offset commit by hand in place of sendOffsets is one mistake, reported at that call.
    if (besides.length === 0) {
      for (const { place, trace, remedy } of unit.transactions.flatMap(
        (transaction) => transaction.commitsWithoutOffsets,
      )) {
        const fixes = (): readonly Fix[] => sending(unit, remedy);
        report({ message: 'offsetsMissing', at: place, data: {}, because: begins(unit.transactions), trace, fixes });
      }
    }
    const { autoCommit } = unit;
    if (autoCommit?.value !== true || !unit.transactions.some(({ sendsOffsets }) => sendsOffsets)) return;
    const fixes = (): readonly Fix[] => switchingOff(autoCommit);
    report({
      message: 'autoCommitOn',
      at: autoCommit.place,
      data: { name: unit.name, option: autoCommit.option },
      because: begins(unit.transactions),
      trace: twoWriters(unit, autoCommit),
      fixes,
    });
  },
});

function begins(transactions: readonly Transaction[]): readonly { place: Transaction['place']; message: string }[] {
  return transactions.map(({ place }) => ({ place, message: 'the transaction begins here' }));
}

function dropping(unit: Unit, edits: Fix['edits']): readonly Fix[] {
  const covered = unit.transactions.every(
    ({ sendsOffsets, commitsWithoutOffsets }) => sendsOffsets && commitsWithoutOffsets.length === 0,
  );
  return covered && edits.length > 0
    ? [{ title: 'Drop this commit: the transaction moves the offset', safety: 'unsafe', edits }]
    : [];
}

/** Sending the offset makes an automatic commit a second writer, so both are changed together. */
function sending({ autoCommit }: Unit, remedy: Fix['edits']): readonly Fix[] {
  const alsoOff = autoCommit?.value === true ? autoCommit.switchOff : [];
  const possible = remedy.length > 0 && (autoCommit?.value === false || alsoOff.length > 0);
  const title = 'Send the offset in the transaction';
  return possible ? [{ title, safety: 'unsafe', edits: [...remedy, ...alsoOff] }] : [];
}

function switchingOff({ switchOff }: AutoCommit): readonly Fix[] {
  return switchOff.length === 0 ? [] : [{ title: 'Switch auto-commit off', safety: 'safe', edits: switchOff }];
}

/** Two writers of one position: the run in which the automatic one wins over an abort. */
function twoWriters(unit: Unit, autoCommit: AutoCommit): Trace {
  const begin = unit.transactions[0]?.place ?? unit.place;
  return [
    { place: unit.place, kind: 'receive', message: 'the message is handed to the handler' },
    {
      place: begin,
      kind: 'begin',
      message: 'a Kafka transaction begins; its commit is meant to move output and offset together',
    },
    {
      place: begin,
      kind: 'fault',
      message:
        'the transaction is aborted: by an error that is handled, a timeout, or a newer instance with the same id',
    },
    {
      place: autoCommit.place,
      kind: 'offset',
      message: 'auto-commit is on: the offset is committed all the same, on its own schedule',
    },
    {
      place: begin,
      kind: 'outcome',
      message: 'the offset has moved past a message whose output was aborted: it is lost',
    },
  ];
}
