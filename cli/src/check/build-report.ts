import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { isInside } from '@kafka-eos/analyzer/program/paths';
import { textReader } from '../facts/text-reader.ts';
import type { Report, ReportNotice } from '../reporters/report.ts';
import type { Terminal } from '../terminal/output.ts';
import { plain } from '../terminal/style.ts';
import type { AnalysisReply } from '../worker-protocol.ts';
import type { CheckOptions } from './check-options.ts';
import type { Targets } from './find-targets.ts';
import { placedMessage } from './outcome.ts';
import { pathFrom, shownFrom } from './shown-path.ts';

export interface ReportParts {
  readonly reply: Extract<AnalysisReply, { readonly kind: 'done' }>;
  readonly targets: Targets;
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  readonly version: string;
  readonly durationMs: number;
}

/** Everything the reporters may show, in plain style. */
export function buildReport({ reply, targets, options, terminal, version, durationMs }: ReportParts): Report {
  const { result } = reply;
  const { root: cwd } = createDiskHost(terminal.cwd);
  const shown = pathFrom(cwd, targets.root);
  return {
    findings: options.quiet ? result.findings.filter(({ severity }) => severity === 'error') : result.findings,
    notices: [...result.notices, ...result.configProblems.map((problem) => noticeOf(placedMessage(problem, shown)))],
    summary: result.summary,
    clients: result.clients,
    checked: result.configProblems.length === 0,
    durationMs,
    applied: { fixes: reply.applied, files: reply.files.length },
    rules: reply.rules,
    version,
    shownPath: shownFrom(cwd, targets.root),
    repositoryPath: pathFrom(repositoryRoot(terminal, cwd, targets.root), targets.root),
    textOf: textReader(targets.root),
    style: plain,
  };
}

function noticeOf(message: string): ReportNotice {
  return { message, incomplete: true };
}

/** What annotations are relative to: the checkout, which CI names, and which is the current folder elsewhere. */
function repositoryRoot({ env }: Terminal, cwd: string, root: string): string {
  const checkout = env['GITHUB_WORKSPACE'];
  return [checkout, cwd].find((folder) => folder !== undefined && isInside(folder, root)) ?? root;
}
