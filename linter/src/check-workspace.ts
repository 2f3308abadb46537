import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import { compareText } from '@kafka-eos/analyzer/facts/place';
import { isInside, joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Fix, RawFinding } from '@kafka-eos/rules/contract/define-rule';
import { askedFiles, type IsAsked } from './asked-files.ts';
import type { LintEngine } from './engine.ts';
import { compareSpans, toFinding, type Finding } from './finding.ts';
import { runRules, type RuleRun } from './run-rules.ts';
import { effectiveSeverity, type SettableRule, type Settings } from './settings.ts';
import { applySuppressions } from './suppressions/apply-suppressions.ts';
import { suppressionRuleTable } from './suppressions/suppression-findings.ts';

export interface CheckRequest {
  /** Absolute. */
  readonly paths: readonly string[];
  /** As far up, code is looked at that the paths share with others; what is found there only counts as far as they lead. */
  readonly outermost?: string;
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** The same number as before: except for the host's overlay, every file holds what it held. */
  readonly disk?: number;
  /** Faults in one run: 1 unless said otherwise. */
  readonly faults?: 1 | 2;
}

/** A finding that is shown, and the fixes that its rule proposes; undefined when the rule fails to. */
export interface Candidate {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[] | undefined;
}

export interface Check {
  readonly analysis: Analysis;
  /** Sorted by place. */
  readonly candidates: readonly Candidate[];
  readonly notices: readonly Notice[];
}

/** Every rule that can be set or suppressed. */
export function settableRules(engine: LintEngine): readonly SettableRule[] {
  return [...engine.rules, ...suppressionRuleTable];
}

/** Analyses the workspace as the host shows it, runs the rules, and keeps what settings and suppressions leave. */
export function checkWorkspace(
  request: CheckRequest,
  engine: LintEngine,
  settings: Settings,
  host: WorkspaceHost,
): Check {
  const analysis = engine.analyze({ ...request, host, libraries: engine.libraries });
  const run = runRules(engine.rules, analysis);
  const rules = new Map(settableRules(engine).map((rule) => [rule.id, rule]));
  const { findings, problems } = applySuppressions({
    directives: analysis.directives,
    findings: run.findings,
    known: engine.rules.map(({ id }) => id),
    judges: judgeOf(request, run, rules, settings, host),
  });
  const isAsked = askedFiles({ ...request, host });
  return {
    analysis,
    candidates: [...findings, ...problems]
      .filter((raw) => leadsThrough(raw, isAsked))
      .flatMap((raw) => candidateOf(raw, rules.get(raw.rule), settings))
      .sort(compareCandidates),
    notices: [...analysis.notices, ...run.notices].filter(
      ({ file }) => file === undefined || !settings.of(file).ignored,
    ),
  };
}

function leadsThrough({ place, related, trace }: RawFinding, isAsked: IsAsked): boolean {
  return [{ place }, ...related, ...trace].some((each) => isAsked(each.place.file));
}

/** A suppression is only unused if its rule ran, is not off, and saw all of the file's callers. */
function judgeOf(
  { paths }: CheckRequest,
  { failed }: RuleRun,
  rules: ReadonlyMap<string, SettableRule>,
  settings: Settings,
  host: WorkspaceHost,
): (rule: string, file: string) => boolean {
  return (rule, file) => {
    const { levelOf, preset } = settings.of(file);
    const level = levelOf(rule) ?? rules.get(rule)?.severity[preset] ?? 'off';
    const path = joinPath(host.root, file);
    return level !== 'off' && !failed.has(rule) && paths.some((given) => isInside(given, path));
  };
}

function candidateOf(raw: RawFinding, rule: SettableRule | undefined, settings: Settings): readonly Candidate[] {
  const fileSettings = settings.of(raw.place.file);
  const severity = effectiveSeverity(raw, rule, fileSettings);
  if (severity === 'off' || fileSettings.ignored) return [];
  return [{ finding: toFinding(raw, severity), fixes: proposedOnce(raw) }];
}

function proposedOnce(raw: RawFinding): Candidate['fixes'] {
  let proposed: { readonly fixes: readonly Fix[] | undefined } | undefined;
  return () => {
    proposed ??= { fixes: proposedBy(raw) };
    return proposed.fixes;
  };
}

function proposedBy(raw: RawFinding): readonly Fix[] | undefined {
  try {
    return raw.fixes();
  } catch {
    return undefined;
  }
}

function compareCandidates({ finding: a }: Candidate, { finding: b }: Candidate): number {
  return (
    compareSpans(a, b) ||
    compareText(a.rule, b.rule) ||
    compareText(a.messageId, b.messageId) ||
    compareText(a.message, b.message)
  );
}
