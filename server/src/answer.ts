import { MOST_STATES } from '@kafka-eos/analyzer/facts/most-states';
import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { guideTo } from '@kafka-eos/linter/guide/file-guide';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import { fix, inspect, lint, type LintRequest } from '@kafka-eos/linter/session';
import type { AnalysisJob, Done, Question } from './analysis-job.ts';
import type { Views } from './views.ts';

export function answer(
  { question, settings, disk }: Pick<AnalysisJob, 'question' | 'settings' | 'disk'>,
  host: WorkspaceHost,
  engine: LintEngine,
  views: Views,
): Done {
  const request: LintRequest = {
    host,
    paths: [host.root],
    includeTests: false,
    maxStates: MOST_STATES,
    settings,
    disk,
    withFixes: question.kind === 'fixes',
  };
  switch (question.kind) {
    case 'findings':
      return { kind: 'done', result: lint(request, engine) };
    case 'fixes':
      return {
        kind: 'done',
        result: lint(
          request,
          fixing(engine, touching(question), () => true),
        ),
      };
    case 'fixed-text':
      return fixedText(request, engine, question);
    case 'guide': {
      const { result, analysis } = inspect(request, engine);
      return { kind: 'done', result, ...(analysis && { guide: guideTo(analysis, question.file) }) };
    }
    case 'map':
      return { kind: 'done', result: nothing, view: views.map(request, engine) };
    case 'crash':
      return { kind: 'done', result: nothing, view: views.crash(request, engine, question.file, question.line) };
  }
}

/** Views have no findings: configuration plays no part in them. */
const nothing: LintResult = {
  findings: [],
  notices: [],
  summary: { files: 0, filesScanned: 0, handlers: 0, transactions: 0, errors: 0, warnings: 0, infos: 0 },
  clients: [],
  configProblems: [],
};

function fixedText(
  request: LintRequest,
  engine: LintEngine,
  { file, rule, level }: Extract<Question, { readonly kind: 'fixed-text' }>,
): Done {
  const isWanted = (finding: RawFinding): boolean =>
    finding.place.file === file && (rule === undefined || finding.rule === rule);
  const own = fixing(engine, isWanted, ({ edits }) => edits.every(({ place }) => place.file === file));
  const { result, files } = fix(request, level, own);
  const path = joinPath(request.host.root, file);
  const changed = files.find((fixed) => fixed.path === path);
  if (changed === undefined) return { kind: 'done', result };
  return { kind: 'done', result, fixedText: new TextDecoder().decode(changed.after) };
}

type RawFinding = ReturnType<LintEngine['rules'][number]['run']>[number];
type Fix = ReturnType<RawFinding['fixes']>[number];

function touching({ file, from, to }: Extract<Question, { readonly kind: 'fixes' }>): (finding: RawFinding) => boolean {
  return ({ place }) => place.file === file && place.start.line <= to && place.end.line >= from;
}

/** The same engine, whose other findings propose nothing. */
function fixing(
  engine: LintEngine,
  wantedFinding: (finding: RawFinding) => boolean,
  wantedFix: (fix: Fix) => boolean,
): LintEngine {
  const limited = (finding: RawFinding): RawFinding => ({
    ...finding,
    fixes: () => (wantedFinding(finding) ? finding.fixes().filter(wantedFix) : []),
  });
  return {
    ...engine,
    rules: engine.rules.map((rule) => ({ ...rule, run: (workspace) => rule.run(workspace).map(limited) })),
  };
}
