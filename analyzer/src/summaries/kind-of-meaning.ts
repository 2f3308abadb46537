import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import type { CallsMeaning, Meaning } from '../recognize/meaning.ts';
import { offsetValueOf } from '../recognize/offset-value.ts';
import { isQuiet } from './fails-at-once.ts';
import type { StepId, StepKind } from './unit-graph.ts';
import { asVouched, isInVouched } from './vouched.ts';

interface Site {
  readonly call: AnyCall;
  readonly env: Env | undefined;
  readonly next: StepId;
  readonly error: StepId;
}

export type DirectMeaning = Exclude<Meaning, CallsMeaning>;

const POSITIONS: ReadonlySet<string> = new Set([
  'send-offsets',
  'commit-offsets',
  'commit-offsets-if-necessary',
  'resolve-offset',
  'seek',
]);

/** The step of what a call does by itself. */
export function kindOfMeaning(
  knowledge: Knowledge,
  { call, env, next, error }: Site,
  meaning: DirectMeaning,
): StepKind {
  switch (meaning.kind) {
    case 'write':
      return { kind: 'write', write: isInVouched(env) ? asVouched(meaning) : meaning, next, error };
    case 'produce':
      return {
        kind: 'produce',
        produce: meaning,
        ...(isQuiet(knowledge, call, env) ? { quiet: true } : {}),
        next,
        error,
      };
    case 'read':
      return { kind: 'read', read: meaning, next, error };
    case 'control': {
      const offset = POSITIONS.has(meaning.verb) ? offsetValueOf(knowledge, call, env) : undefined;
      return { ...meaning, ...(offset === undefined ? {} : { offset }), next, error };
    }
    case 'container':
      return { kind: 'container', container: meaning, next };
  }
}
