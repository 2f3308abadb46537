import type { Guard } from '@kafka-eos/analyzer/facts/guard';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'dedup-window-too-short',
  summary: 'A dedup record that is gone before a duplicate may arrive.',
  severity: { recommended: 'warning', strict: 'warning' },
  inspects: 'unit',
  messages: {
    expires: {
      what: 'The record for {guard} is gone after {time}.',
      why: 'A message that comes again later than that, after an outage or a long rebalance, counts as new: {effect} happens again.',
      how: 'Keep the record as long as a duplicate may take to arrive: days rather than minutes.',
    },
  },
  check(unit, report) {
    if (unit.kind !== 'handler') return;
    for (const guard of unit.guards) {
      const { expiry } = guard;
      const [effect] = expiry === undefined ? [] : repeatable(unit, guard);
      if (expiry === undefined || effect === undefined) continue;
      report({
        message: 'expires',
        at: expiry.place,
        data: { guard: guard.label, time: inWords(expiry.seconds), effect: effect.label },
        because: [
          ...guard.records.map((place) => ({ place, message: 'the record' })),
          { place: effect.place, message: `guarded by it: ${effect.label}` },
        ],
        // How late a duplicate may come is a setting: what is left of this finding is decided there.
        lasts: expiry.seconds,
        trace: lateDuplicate(unit, guard, effect),
      });
    }
  },
});

/** What a second execution repeats, where the guard is all that keeps it from that. */
function repeatable({ effects, guards }: Unit, guard: Guard): readonly JudgedEffect['effect'][] {
  const records = new Set(
    guards.flatMap((each) => each.records.map(({ file, start }) => `${file}:${String(start.line)}`)),
  );
  return effects.flatMap(({ effect, guards: around }) => {
    const counts = effect.kind === 'produce' ? !effect.transactional : COUNTING.has(effect.repeatability.kind);
    const isRecord = records.has(`${effect.place.file}:${String(effect.place.start.line)}`);
    return counts && !isRecord && around.some(({ id }) => id === guard.id) ? [effect] : [];
  });
}

const COUNTING: ReadonlySet<string> = new Set(['non-idempotent', 'unstable-key']);

function inWords(seconds: number): string {
  if (seconds < 120) return `${String(seconds)} seconds`;
  if (seconds < 7200) return `${String(Math.round(seconds / 60))} minutes`;
  return seconds < 172_800
    ? `${String(Math.round(seconds / 3600))} hours`
    : `${String(Math.round(seconds / 86_400))} days`;
}

function lateDuplicate(unit: Unit, guard: Guard, { place, label }: JudgedEffect['effect']): Trace {
  return [
    { place: unit.place, kind: 'receive', message: 'the message is handed to the handler' },
    { place: guard.place, kind: 'guard', message: `${guard.label}: the message is recorded` },
    { place, kind: 'effect', message: `${label} runs: applied once` },
    {
      place: unit.place,
      kind: 'fault',
      message: 'the process crashes before the offset is committed, and stays down for a while',
    },
    { place: guard.expiry?.place ?? guard.place, kind: 'guard', message: 'meanwhile the record expires' },
    { place: unit.place, kind: 'replay', message: 'after the restart the broker hands the same message over again' },
    { place, kind: 'outcome', message: `${label} runs again: applied twice` },
  ];
}
