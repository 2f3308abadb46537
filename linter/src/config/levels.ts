import type { Severity } from '@kafka-eos/rules/contract/define-rule';

/** What a user may set a rule to. */
export const levels = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];

export type Level = (typeof levels)[number];
