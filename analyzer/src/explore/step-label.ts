import type { Step } from '../summaries/unit-graph.ts';

/** What a trace calls a step. */
export function labelOf(step: Step): string {
  switch (step.kind) {
    case 'write':
      return step.write.label;
    case 'produce':
      return step.produce.label;
    case 'read':
      return step.read.label;
    case 'control':
      return CONTROL_LABELS[step.verb];
    default:
      return 'a step before';
  }
}

const CONTROL_LABELS: Readonly<Record<(Step & { readonly kind: 'control' })['verb'], string>> = {
  begin: 'the begin of the transaction',
  commit: 'the commit of the transaction',
  abort: 'the abort of the transaction',
  'send-offsets': 'sendOffsets',
  'is-active': 'isActive',
  heartbeat: 'heartbeat',
  'is-stale': 'isStale',
  'commit-offsets': 'the offset commit',
  'commit-offsets-if-necessary': 'the offset commit',
  'resolve-offset': 'resolveOffset',
  seek: 'seek',
  exit: 'the end of the process',
  escape: 'a function that gets the transaction',
  'db-begin': 'the begin of the database transaction',
  'db-commit': 'the commit of the database transaction',
  'db-rollback': 'the rollback of the database transaction',
};
