import type { Effect, ExternalWrite } from '@kafka-eos/analyzer/facts/effect';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule, type Fix } from './contract/define-rule.ts';

const WHY =
  'A Kafka transaction covers Kafka only: {effect} is neither rolled back by an abort nor recognised as a repeat.';

export default defineRule({
  id: 'unkeyed-external-write',
  summary: 'A write that a redelivery repeats, because nothing lets its receiver recognise the repeat.',
  severity: { recommended: 'error', strict: 'warning' },
  inspects: 'unit',
  messages: {
    inTransaction: {
      what: '{effect} runs while a Kafka transaction is open, and a retry runs it again.',
      why: WHY,
      how: 'Give it {key}, or record the message in the same database transaction as the write.',
    },
    payment: {
      what: '{effect} moves money for each {turn}, not for each message.',
      why: '{again}',
      how: 'Pass {key}.',
    },
    person: {
      what: '{effect} reaches a person once per {turn}, not once per message.',
      why: '{again}',
      how: 'Record the message durably and skip it when it comes again, or pass {key} if the provider takes one.',
    },
    repeated: {
      what: '{effect} is repeated when {cause}.',
      why: '{again}',
      how: 'Give it {key}, or record the message in the same database transaction as the write.',
    },
  },
  check(unit, report) {
    for (const judged of unit.effects) {
      const { effect } = judged;
      const repeat = repeatOf(judged);
      if (!isUnkeyed(effect) || repeat === undefined || !isInScope(unit, judged)) continue;
      const data = { effect: effect.label, key: keyFor(effect), ...timesOf(judged) };
      const kind = messageFor(judged, effect);
      const severe = kind !== 'repeated';
      report({
        message: kind,
        at: effect.place,
        data,
        severity: severe
          ? { recommended: 'error', strict: 'error' }
          : { recommended: unit.claims.length > 0 ? 'warning' : 'off', strict: 'warning' },
        because: becauseOf(unit, judged),
        trace: repeat,
        fixes: () => fixesFor(effect),
      });
    }
  },
});

function isUnkeyed(effect: Effect): effect is ExternalWrite {
  return effect.kind === 'external-write' && effect.repeatability.kind === 'non-idempotent';
}

/** Outside a handler only what an open transaction seems to protect is judged. */
function isInScope(unit: Unit, { insideTransaction }: JudgedEffect): boolean {
  return unit.kind === 'handler' || insideTransaction;
}

/** A guard excuses what a redelivery does, not what a retry loop behind the guard repeats by itself. */
function repeatOf({ guards, verdict, ownRepeat }: JudgedEffect): Trace | undefined {
  if (guards.length > 0) return ownRepeat;
  return verdict.anomalies.find(({ kind }) => kind === 'duplicate')?.trace;
}

/** What makes it happen more than once. */
function timesOf({ guards, effect: { label } }: JudgedEffect): Readonly<Record<'turn' | 'cause' | 'again', string>> {
  return guards.length > 0
    ? {
        turn: 'attempt',
        cause: 'it is tried again',
        again: `The guard is asked once, ahead of all attempts: where ${label} took effect and its answer is lost, the next attempt does it again.`,
      }
    : {
        turn: 'delivery of the message',
        cause: 'the message is delivered again',
        again: `A crash or a rebalance before the offset is committed hands the message over again, and ${label} runs again.`,
      };
}

function messageFor(
  { insideTransaction }: JudgedEffect,
  effect: ExternalWrite,
): 'inTransaction' | 'payment' | 'person' | 'repeated' {
  if (insideTransaction) return 'inTransaction';
  return effect.category === 'payment' || effect.category === 'person' ? effect.category : 'repeated';
}

const KEYS: Readonly<Record<ExternalWrite['category'], string>> = {
  database: 'a unique key that the message determines, with a conflict clause or an upsert',
  http: 'an Idempotency-Key header made of topic, partition and offset',
  payment: 'an idempotency key made of topic, partition and offset',
  person: 'a key made of topic, partition and offset',
  'object-store': 'an object key that the message determines',
  cache: 'an absolute value, or a key per message',
  search: 'a document id that the message determines',
  queue: 'a job or deduplication id that the message determines',
  file: 'a file name that the message determines',
};

function keyFor(effect: ExternalWrite): string {
  return KEYS[effect.category];
}

function becauseOf(unit: Unit, { calls }: JudgedEffect): readonly { place: Unit['place']; message: string }[] {
  const reached = {
    place: unit.place,
    message: unit.kind === 'handler' ? `runs for each message: ${unit.name}` : `begins the transaction: ${unit.name}`,
  };
  const transaction = unit.transactions
    .slice(0, 1)
    .map(({ place }) => ({ place, message: 'the Kafka transaction begins here' }));
  return [reached, ...transaction, ...calls.map((place) => ({ place, message: 'leads to the write' }))];
}

const TITLES: Readonly<Record<ExternalWrite['remedies'][number]['kind'], string>> = {
  'idempotency-key': 'Pass an idempotency key made of topic, partition and offset',
  'conflict-clause': 'Add ON CONFLICT DO NOTHING (needs a unique key that the message determines)',
  upsert: 'Turn it into an upsert',
  'stable-key': 'Make the key of topic, partition and offset',
};

function fixesFor(effect: ExternalWrite): readonly Fix[] {
  return effect.remedies.map(({ kind, edits }) => ({ title: TITLES[kind], safety: 'unsafe', edits }));
}
