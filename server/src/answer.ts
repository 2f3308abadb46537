import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { fixOnly } from '@kafka-eos/linter/fixes/fix-only';
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
        result: lint(request, fixOnly(engine, question.file)),
      };
    case 'fixed-text':
      return fixedText(request, engine, question.file);
  }
}

function fixedText(request: LintRequest, engine: LintEngine, file: string): AnalysisReply {
  const own = fixOnly(engine, file, ({ edits }) => edits.every(({ place }) => place.file === file));
  const { result, files } = fix(request, 'safe', own);
  const path = joinPath(request.host.root, file);
  const changed = files.find((fixed) => fixed.path === path);
  if (changed === undefined) return { kind: 'done', result };
  return { kind: 'done', result, fixedText: new TextDecoder().decode(changed.after) };
}
