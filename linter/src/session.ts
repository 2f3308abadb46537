import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { Transaction } from '@kafka-eos/analyzer/facts/transaction';
import { overlayHost } from '@kafka-eos/analyzer/program/memory-host';
import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { absence } from './absence.ts';
import { checkWorkspace, settableRules, type Check, type CheckRequest } from './check-workspace.ts';
import type { ConfigProblem } from './config/config-problem.ts';
import { suggestion } from './did-you-mean.ts';
import type { LintEngine } from './engine.ts';
import type { Finding } from './finding.ts';
import { planFixes, type FixLevel, type PlannedTexts } from './fixes/plan-fixes.ts';
import { editableTexts, type EditableTexts } from './fixes/editable-texts.ts';
import type { Recheck } from './fixes/try-fixes.ts';
import { verifyFixes } from './fixes/verify-fixes.ts';
import type { FixResult, LintResult, LintSummary } from './lint-result.ts';
import { openSettings, type SettingsRequest } from './settings.ts';

export interface LintRequest extends CheckRequest {
  readonly host: WorkspaceHost;
  readonly settings: SettingsRequest;
  /** Whether findings carry their fixes; each costs an analysis. */
  readonly withFixes: boolean;
}

/** Checks a workspace. */
export function lint(request: LintRequest, engine: LintEngine): LintResult {
  return inspect(request, engine).result;
}

/** A check with the facts behind it; the facts are absent when nothing was checked. */
export interface Inspection {
  readonly result: LintResult;
  readonly analysis?: Analysis;
}

/** Checks a workspace for somebody who shows more than findings. */
export function inspect(request: LintRequest, engine: LintEngine): Inspection {
  const run = start(request, engine);
  if (run.kind === 'refused') return { result: refusal(run.problems) };
  return { result: toResult(request, run, run.check, new Map()), analysis: run.check.analysis };
}

/** Checks a workspace and plans the texts that its fixes lead to; writing them is the caller's. */
export function fix(request: LintRequest, level: FixLevel, engine: LintEngine): FixResult {
  const run = start(request, engine);
  if (run.kind === 'refused') return { result: refusal(run.problems), files: [], applied: 0 };
  const plan = planFixes(run.check, level, run.texts.textOf, run.recheck);
  const result = toResult(request, run, plan.check, plan.texts);
  return {
    result: { ...result, notices: [...result.notices, ...planNotices(plan)] },
    files: run.texts.filesWith(plan.texts),
    applied: plan.applied,
  };
}

interface Run {
  readonly kind: 'run';
  readonly check: Check;
  readonly texts: EditableTexts;
  readonly recheck: Recheck;
}

function start(
  request: LintRequest,
  engine: LintEngine,
): Run | { readonly kind: 'refused'; readonly problems: readonly ConfigProblem[] } {
  const { host } = request;
  const rules = settableRules(engine);
  const settings = engine.openSettings?.({ ...request, rules }) ?? openSettings(host, request.settings, rules);
  const early = [...unknownRules(request.settings, engine), ...settings.problemsOf(request.paths)];
  if (early.length > 0) return { kind: 'refused', problems: early };
  const check = checkWorkspace(request, engine, settings, host);
  const late = settings.problemsOf(check.analysis.files);
  if (late.length > 0) return { kind: 'refused', problems: late };
  // A changed text cannot make Kafka reach further than the slice: nothing else has to be scanned again. An engine that
  // remembers has scanned it all before.
  const paths = check.analysis.files.map((file) => joinPath(host.root, file));
  const slice = request.disk === undefined ? { ...request, paths } : request;
  const recheck: Recheck = (texts) => checkWorkspace(slice, engine, settings, withTexts(host, texts));
  return { kind: 'run', check, texts: editableTexts(host), recheck };
}

function unknownRules({ rules }: SettingsRequest, engine: LintEngine): readonly ConfigProblem[] {
  const known = settableRules(engine).map(({ id }) => id);
  return [...rules.keys()]
    .filter((id) => !known.includes(id))
    .map((id) => ({ message: `there is no rule ${JSON.stringify(id)}${suggestion(id, known)}` }));
}

function withTexts(host: WorkspaceHost, texts: ReadonlyMap<string, string>): WorkspaceHost {
  return overlayHost(host, new Map([...texts].map(([file, text]) => [joinPath(host.root, file), text])));
}

function toResult(request: LintRequest, run: Run, check: Check, texts: ReadonlyMap<string, string>): LintResult {
  const shown = request.withFixes
    ? verifyFixes(
        check,
        (file) => texts.get(file) ?? run.texts.textOf(file),
        (changed) => run.recheck(new Map([...texts, ...changed])),
      )
    : { findings: check.candidates.map(({ finding }) => finding), unverified: 0 };
  return {
    findings: shown.findings,
    notices: [...check.notices, ...fixNotices(request, check, shown.unverified), ...absence(check.analysis)],
    summary: summaryOf(check.analysis, shown.findings),
    clients: check.analysis.clients,
    configProblems: [],
  };
}

function fixNotices({ withFixes }: LintRequest, check: Check, unverified: number): readonly Notice[] {
  if (!withFixes) return [];
  const broken = check.candidates.filter(({ fixes }) => fixes() === undefined).map(({ finding }) => finding.rule);
  const notices = [...new Set(broken)].map((rule) => `the rule ${rule} failed to propose a fix`);
  if (unverified > 0)
    notices.push(`${unverified} fixes were not verified, and are left out: there are too many; check a smaller folder`);
  return notices.map((message) => ({ message, incomplete: false }));
}

function planNotices({ complete }: PlannedTexts): readonly Notice[] {
  const message = 'some fixes were not tried: there are too many for one run; run the command again';
  return complete ? [] : [{ message, incomplete: false }];
}

function summaryOf(analysis: Analysis, findings: readonly Finding[]): LintSummary {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    files: analysis.files.length,
    filesScanned: analysis.filesScanned,
    handlers: analysis.units.filter(({ kind }) => kind === 'handler').length,
    transactions: new Set(analysis.units.flatMap(({ transactions }) => transactions.map(placeText))).size,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}

/** Several units may run one transaction. */
function placeText({ place }: Transaction): string {
  return JSON.stringify(place);
}

function refusal(configProblems: readonly ConfigProblem[]): LintResult {
  return {
    findings: [],
    notices: [],
    summary: { files: 0, filesScanned: 0, handlers: 0, transactions: 0, errors: 0, warnings: 0, infos: 0 },
    clients: [],
    configProblems,
  };
}
