import type { WriteMeaning } from '../recognize/meaning.ts';
import type { Step } from '../summaries/unit-graph.ts';

/** A step that changes something outside the unit, as the explorer sees it. */
export interface EffectStep {
  readonly kind: 'write' | 'produce';
  readonly label: string;
  readonly repeat: 'count' | 'keep' | 'unknown';
  readonly into: 'outside' | 'database' | 'kafka';
}

export function effectOf(step: Step): EffectStep | undefined {
  if (step.kind === 'produce') {
    const { produce } = step;
    return {
      kind: 'produce',
      label: produce.label,
      repeat: 'count',
      into: produce.transactional ? 'kafka' : 'outside',
    };
  }
  if (step.kind !== 'write') return undefined;
  const { write } = step;
  const repeat = REPEAT[write.repeatability.kind];
  return { kind: 'write', label: write.label, repeat, into: isOutside(write) ? 'outside' : 'database' };
}

/** It takes no part in a transaction of the database. */
export function isOutside({ category, separate }: Pick<WriteMeaning, 'category' | 'separate'>): boolean {
  return category !== 'database' || separate === true;
}

const REPEAT = {
  idempotent: 'keep',
  keyed: 'keep',
  'unstable-key': 'count',
  'non-idempotent': 'count',
  unknown: 'unknown',
} as const;

/** Whether a step changes something outside the unit. */
export function isEffectStep(step: Step): boolean {
  return step.kind === 'write' || step.kind === 'produce';
}

/** It fails with the transaction of the database around it, and makes that fail. */
export function isAborting(step: Step): boolean {
  if (step.kind === 'write') return step.write.aborting;
  if (step.kind === 'control') return step.onConnection === true;
  return step.kind === 'read' && step.read.aborting;
}

/** What a step passes on of how its failure is heard. */
export function quietly(step: Step): { readonly quiet?: true } {
  return step.kind === 'produce' && step.quiet === true ? { quiet: true } : {};
}
