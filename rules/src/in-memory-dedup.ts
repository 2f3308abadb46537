import type { Guard } from '@kafka-eos/analyzer/facts/guard';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'in-memory-dedup',
  summary: 'A dedup guard kept in process memory forgets everything at a restart.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    guard: {
      what: '{guard} decides whether {effect} runs, and it lives in this process.',
      why: 'After a crash or a rebalance it is empty, and the redelivered message runs {effect} again.',
      how: 'Record the message id in the same database transaction as the effect, or give the effect a key that its receiver recognises.',
    },
  },
  check(unit, report) {
    for (const guard of unit.guards.filter(({ store }) => store === 'memory')) {
      const [worst, ...others] = guardedBy(unit, guard);
      if (worst === undefined) continue;
      report({
        message: 'guard',
        at: guard.place,
        data: { guard: guard.label, effect: worst.effect.label },
        because: [
          ...guard.records.map((place) => ({ place, message: 'filled here' })),
          ...[worst, ...others].map(({ effect }) => ({
            place: effect.place,
            message: `decides whether ${effect.label} runs`,
          })),
        ],
        trace: traceOf(worst),
      });
    }
  },
});

/** The effects that only this guard keeps from running twice, or that it makes run never; duplicates first. */
function guardedBy(unit: Unit, guard: Guard): readonly JudgedEffect[] {
  const records = new Set(
    unit.guards.filter(({ store }) => store === 'durable').flatMap((g) => g.records.map(placeKey)),
  );
  const only = unit.effects.filter(
    ({ effect, guards }) =>
      // The record of a durable guard is no work: the guard behind it decides.
      !records.has(placeKey(effect.place)) &&
      guards.some(({ id }) => id === guard.id) &&
      guards.every(({ store }) => store === 'memory'),
  );
  const spoilt = only.filter((judged) => traceOf(judged).length > 0);
  return [...spoilt].sort((a, b) => Number(isDuplicated(b)) - Number(isDuplicated(a)));
}

function placeKey({ file, start }: Guard['place']): string {
  return `${file}:${String(start.line)}:${String(start.column)}`;
}

function isDuplicated({ verdict }: JudgedEffect): boolean {
  return verdict.anomalies.some(({ kind }) => kind === 'duplicate');
}

function traceOf({ verdict }: JudgedEffect): JudgedEffect['verdict']['anomalies'][number]['trace'] {
  const { anomalies } = verdict;
  const found =
    anomalies.find(({ kind }) => kind === 'duplicate') ?? anomalies.find(({ kind }) => kind === 'lost-write');
  return found?.trace ?? [];
}
