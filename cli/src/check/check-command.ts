import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { joinPath } from '@kafka-eos/analyzer/program/paths';
import { outputReport } from '../files/output-report.ts';
import { replaceFile } from '../files/replace-file.ts';
import { reporters } from '../reporters/all-reporters.ts';
import type { Report } from '../reporters/report.ts';
import type { ExitStatus, Terminal } from '../terminal/output.ts';
import { cleanLine, safe } from '../terminal/safe.ts';
import type { AnalysisJob, AnalysisReply } from '../worker-protocol.ts';
import type { CheckOptions, Format } from './check-options.ts';
import { fail } from '../terminal/fail.ts';
import { patiently } from '../terminal/patiently.ts';
import { findTargets, type Targets } from './find-targets.ts';
import { outcomeOf } from './outcome.ts';
import { buildReport } from './build-report.ts';
import type { RunAnalysis } from './run-analysis.ts';
import { printTimings } from './print-timings.ts';

type Done = Extract<AnalysisReply, { readonly kind: 'done' }>;

/** `kafka-eos check`. Reports, and returns the exit status. */
export async function checkCommand(
  options: CheckOptions,
  terminal: Terminal,
  version: string,
  analyse: RunAnalysis,
): Promise<ExitStatus> {
  const targets = findTargets(options.paths, terminal.cwd, createDiskHost(terminal.cwd));
  if ('problem' in targets) return fail(terminal, targets.problem);
  const start = performance.now();
  const reply = await patiently(analyse(jobOf(options, targets, terminal.cwd)), terminal);
  if (reply.kind === 'failed') return fail(terminal, reply.message, reply.stack);
  const problems = writeFixes(reply, targets.root);
  const report = buildReport({ reply, targets, options, terminal, version, durationMs: performance.now() - start });
  problems.push(...writeReports(report, options, terminal));
  if (options.timing) printTimings(reply.timings, report.durationMs, terminal);
  const { status, line } = outcomeOf(reply.result, problems, options, report.shownPath);
  if (line !== undefined) terminal.complain(safe`kafka-eos: ${cleanLine(line)}\n`);
  return status;
}

function jobOf(options: CheckOptions, { root, paths }: Targets, cwd: string): AnalysisJob {
  const { config, preset, rules, includeTests, maxStates, thorough, fix } = options;
  return {
    root,
    paths,
    includeTests,
    maxStates,
    faults: thorough ? 2 : 1,
    fix,
    settings: {
      rules,
      ...(config === undefined ? {} : { configFile: joinPath(createDiskHost(cwd).root, config) }),
      ...(preset === undefined ? {} : { preset }),
    },
    withFixes: options.outputs.some(({ format }) => showsFixes[format]),
  };
}

/** Verifying a fix costs an analysis: not for reports that do not show it. */
const showsFixes: Readonly<Record<Format, boolean>> = {
  pretty: true,
  json: true,
  sarif: true,
  compact: false,
  github: false,
};

function writeFixes({ files, result }: Done, root: string): string[] {
  if (result.configProblems.length > 0) return [];
  return files.flatMap(({ path, before, after }) => {
    const problem = replaceFile(path, before, after, root);
    return problem === undefined ? [] : [`${path} was not fixed: ${problem}`];
  });
}

function writeReports(report: Report, { outputs, colour }: CheckOptions, terminal: Terminal): readonly string[] {
  return outputs.flatMap(({ format, file }) =>
    outputReport(terminal, { what: 'report', file, colour }, (style) => reporters[format]({ ...report, style })),
  );
}
