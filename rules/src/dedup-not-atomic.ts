import type { Guard } from '@kafka-eos/analyzer/facts/guard';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'dedup-not-atomic',
  summary: 'A durable dedup record that a crash can part from the effect it guards.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    before: {
      what: '{record} is there before {effect} has happened.',
      why: 'After a crash in between, the redelivered message counts as a duplicate and is skipped: {effect} never happens.',
      how: 'Write the record and the effect in one database transaction, or give the effect a key that its receiver recognises.',
    },
    after: {
      what: '{effect} has happened before {record} is there for good.',
      why: 'After a crash in between, nothing tells that the message was handled: {effect} happens again.',
      how: 'Write the record and the effect in one database transaction, or give the effect a key that its receiver recognises.',
    },
  },
  check(unit, report) {
    if (unit.kind !== 'handler') return;
    for (const guard of unit.guards.filter(isAsked)) {
      for (const order of ['before', 'after'] as const) {
        const [first, ...others] = partedFrom(unit, guard, order);
        if (first === undefined) continue;
        report({
          message: order,
          at: recordOf(guard, first, order),
          data: {
            record: guard.form === 'claim' ? guard.label : `the record for ${guard.label}`,
            effect: first.judged.effect.label,
          },
          because: [
            ...(guard.form === 'check' ? [{ place: guard.place, message: 'asks for the record' }] : []),
            ...[first, ...others].map(({ judged: { effect } }) => ({
              place: effect.place,
              message: `guarded by it: ${effect.label}`,
            })),
          ],
          trace: first.trace,
        });
      }
    }
  },
});

/** A unique key that nobody asks promises nothing. */
function isAsked({ store, form }: Guard): boolean {
  return store === 'durable' && form !== 'constraint';
}

interface Parted {
  readonly judged: JudgedEffect;
  readonly trace: Trace;
}

/** The guarded effects that a crash parts from the record, those first that cannot be told apart from new ones. */
function partedFrom(unit: Unit, guard: Guard, order: 'before' | 'after'): readonly Parted[] {
  const records = new Set(unit.guards.flatMap((each) => each.records.map(keyOf)));
  return unit.effects.flatMap((judged): readonly Parted[] => {
    const isRecord = records.has(keyOf(judged.effect.place));
    const trace = isRecord ? undefined : runOf(judged, guard, order);
    return trace === undefined ? [] : [{ judged, trace }];
  });
}

function runOf({ behindGuards }: JudgedEffect, guard: Guard, order: 'before' | 'after'): Trace | undefined {
  const crash = order === 'after' ? behindGuards?.repeated : behindGuards?.lost;
  return crash?.guards.includes(guard.id) === true ? crash.trace : undefined;
}

/** The record that the run is about: the last one made before the crash, or the first that is not reached. */
function recordOf({ records, place }: Guard, { judged, trace }: Parted, order: 'before' | 'after'): Place {
  const told = trace.filter(({ kind }) => kind === 'guard' || kind === 'fault').map((step) => keyOf(step.place));
  const named = records.filter((record) => told.includes(keyOf(record)));
  const { file, start } = judged.effect.place;
  const later = records.filter((record) => record.file === file && record.start.line > start.line);
  return (order === 'after' ? [...named, ...later, ...records] : [...named, ...records])[0] ?? place;
}

function keyOf({ file, start }: Place): string {
  return `${file}:${String(start.line)}:${String(start.column)}`;
}
