import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { ExplainedChange } from '@kafka-eos/linter/guarantees/explain-changes';
import type { CurrentUnit } from '@kafka-eos/linter/guarantees/current-units';
import { isSound } from '@kafka-eos/linter/guarantees/promises';
import type { Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';

/** How many of each there are. */
export interface GuaranteesSummary {
  readonly units: number;
  readonly effects: number;
  /** Effects that are known to be below effectively-once. */
  readonly unsound: number;
  readonly unknown: number;
  /** Effects, and units that read what is taken back: why the command fails. */
  readonly weaker: number;
  /** Effects that nobody has agreed to: new, or known only now, and not sound. */
  readonly unagreed: number;
  readonly raised: number;
  /** Anything else that the lock has otherwise. */
  readonly others: number;
}

/** Everything that a format may show. */
export interface GuaranteesReport {
  /** As the user would write it. */
  readonly lock: string;
  /** `none`: there is no lock to compare with. */
  readonly state: 'none' | 'compared' | 'created' | 'updated';
  readonly summary: GuaranteesSummary;
  readonly changes: readonly ExplainedChange[];
  /** False when something was not looked at, so that what is missing may only be out of sight. */
  readonly complete: boolean;
  readonly notices: readonly Notice[];
  readonly shownPath: (file: string) => string;
  readonly style: Style;
}

export type GuaranteesReporter = (report: GuaranteesReport) => Safe;

export function summaryOf(changes: readonly ExplainedChange[], units: readonly CurrentUnit[]): GuaranteesSummary {
  const all = units.flatMap(({ locked }) => Object.values(locked.effects));
  const effects = changes.flatMap((change) => change.effects);
  const facts = changes.flatMap((change) => change.facts);
  const weaker = effects.filter(({ status }) => status === 'downgraded').length + facts.filter((f) => f.fails).length;
  const unagreed = effects.filter(({ status, fails }) => fails && status !== 'downgraded').length;
  const raised = effects.filter(({ status }) => status === 'raised').length;
  // What is out of sight is counted by its effects, where it has any.
  const other = changes.filter(
    (each) => each.status !== 'known' && !(each.status === 'hidden' && each.effects.length > 0),
  ).length;
  // A fact beside effects is why they changed.
  const alone = changes.filter((change) => change.effects.length === 0).flatMap((change) => change.facts);
  const rest = effects.length - effects.filter((each) => each.fails || each.status === 'raised').length;
  return {
    units: units.length,
    effects: all.length,
    unsound: all.filter(({ guarantee }) => guarantee !== 'unknown' && !isSound(guarantee)).length,
    unknown: all.filter(({ guarantee }) => guarantee === 'unknown').length,
    weaker,
    unagreed,
    raised,
    others: other + rest + alone.filter((fact) => !fact.fails).length,
  };
}
