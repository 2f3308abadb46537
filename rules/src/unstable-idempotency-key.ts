import type { ExternalWrite } from '@kafka-eos/analyzer/facts/effect';
import type { Key } from '@kafka-eos/analyzer/facts/key';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect } from '@kafka-eos/analyzer/facts/unit';
import { defineRule, type Fix } from './contract/define-rule.ts';

export default defineRule({
  id: 'unstable-idempotency-key',
  summary: 'An idempotency key that is new on every attempt, so that no repeat is ever recognised.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    key: {
      what: 'The key of {effect} is a different one on every attempt.',
      why: 'It is there to make a repeat recognisable, but a redelivery runs {effect} under a new key: to the receiver that is a new request.',
      how: 'Make the key of topic, partition and offset, or of an id that the message carries.',
    },
  },
  check({ effects }, report) {
    for (const judged of effects) {
      const { effect } = judged;
      const key = unstableKeyOf(effect);
      const trace = repeatOf(judged);
      if (effect.kind !== 'external-write' || key === undefined || trace === undefined) continue;
      report({
        message: 'key',
        at: key.place,
        data: { effect: effect.label },
        because: [
          ...(key.origin === undefined ? [] : [{ place: key.origin, message: 'differs on every attempt' }]),
          { place: effect.place, message: `the key is passed to ${effect.label}` },
          ...judged.calls.map((place) => ({ place, message: 'leads to the write' })),
        ],
        trace,
        fixes: () => fixesFor(effect),
      });
    }
  },
});

function unstableKeyOf(effect: JudgedEffect['effect']): Key | undefined {
  if (effect.kind !== 'external-write' || effect.repeatability.kind !== 'unstable-key') return undefined;
  return effect.repeatability.key;
}

/** A guard excuses what a redelivery does, not what a retry loop behind the guard repeats by itself. */
function repeatOf({ guards, verdict, ownRepeat }: JudgedEffect): Trace | undefined {
  if (guards.length > 0) return ownRepeat;
  return verdict.anomalies.find(({ kind }) => kind === 'duplicate')?.trace;
}

function fixesFor({ remedies }: ExternalWrite): readonly Fix[] {
  return remedies
    .filter(({ kind }) => kind === 'stable-key')
    .map(({ edits }) => ({ title: 'Make the key of topic, partition and offset', safety: 'unsafe', edits }));
}
