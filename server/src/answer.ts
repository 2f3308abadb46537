import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { fix, lint, type LintRequest } from '@kafka-eos/linter/session';
import type { AnalysisReply, Question } from './analysis-job.ts';

/** As many as the command line allows itself by default. */
const maxStates = 20_000;

export function answer(question: Question, host: WorkspaceHost, engine: LintEngine): AnalysisReply {
  const request: LintRequest = {
    host,
    paths: [host.root],
    includeTests: false,
    maxStates,
    settings: { rules: new Map() },
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
          fixing(engine, question.file, () => true),
        ),
      };
    case 'fixed-text':
      return fixedText(request, engine, question.file);
  }
}

function fixedText(request: LintRequest, engine: LintEngine, file: string): AnalysisReply {
  const own = fixing(engine, file, ({ edits }) => edits.every(({ place }) => place.file === file));
  const { result, files } = fix(request, 'safe', own);
  const path = joinPath(request.host.root, file);
  const changed = files.find((fixed) => fixed.path === path);
  if (changed === undefined) return { kind: 'done', result };
  return { kind: 'done', result, fixedText: new TextDecoder().decode(changed.after) };
}

type RawFinding = ReturnType<LintEngine['rules'][number]['run']>[number];
type Fix = ReturnType<RawFinding['fixes']>[number];

/** The same engine, whose findings outside the file propose nothing. */
function fixing(engine: LintEngine, file: string, wanted: (fix: Fix) => boolean): LintEngine {
  const limited = (finding: RawFinding): RawFinding => ({
    ...finding,
    fixes: () => (finding.place.file === file ? finding.fixes().filter(wanted) : []),
  });
  return {
    ...engine,
    rules: engine.rules.map((rule) => ({ ...rule, run: (workspace) => rule.run(workspace).map(limited) })),
  };
}
