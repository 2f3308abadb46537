import { resolve } from 'node:path';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { joinPath } from '@kafka-eos/analyzer/program/paths';
import { pathFrom, unmistakable } from '../check/shown-path.ts';
import type { RunFacts } from '../facts/facts-job.ts';
import { textReader } from '../facts/text-reader.ts';
import { writeReport } from '../files/write-report.ts';
import { incompleteOutcome } from '../check/outcome.ts';
import { fail } from '../terminal/fail.ts';
import { clear, type ExitStatus, type Terminal } from '../terminal/output.ts';
import { patiently } from '../terminal/patiently.ts';
import { plain, styleFor } from '../terminal/style.ts';
import type { CrashFormat, CrashOptions } from './crash-options.ts';
import type { CrashReport, CrashReporter } from './crash-report.ts';
import { crashTarget, type CrashTarget } from './crash-target.ts';
import { crashView } from './crash-view.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { selectUnits } from './select-units.ts';
import { text } from './text.ts';

const reporters: Readonly<Record<CrashFormat, CrashReporter>> = { text, json, markdown };

/** `kafka-eos crash`: what a crash at each point of a handler leads to. */
export async function crashCommand(options: CrashOptions, terminal: Terminal, facts: RunFacts): Promise<ExitStatus> {
  const target = crashTarget(options.place, terminal.cwd, createDiskHost(terminal.cwd));
  if ('problem' in target) return fail(terminal, target.problem);
  const { root, file } = target;
  const { includeTests, maxStates } = options;
  const job = { root, paths: [root], includeTests, maxStates, crashTablesOf: file };
  const reply = await patiently(facts(job), terminal);
  if (reply.kind === 'failed') return fail(terminal, reply.message, reply.stack);
  const shown = shownPaths(terminal, target);
  const units = selectUnits(reply.analysis, target, shown);
  const { notices } = reply.analysis;
  if ('problem' in units) {
    const gap = incompleteOutcome({ notices }, { allowIncomplete: false }, shown)?.line;
    return fail(terminal, gap === undefined ? units.problem : `${units.problem}; ${gap}`);
  }
  const textOf = textReader(root);
  const relevant = new Set(units.flatMap(({ crashTable }) => crashTable.functions.map((place) => place.file)));
  const own = notices.filter((notice) => notice.file === undefined || relevant.has(notice.file));
  const problem = show(options, terminal, {
    views: units.map((unit) => crashView(unit, textOf)),
    notices: own,
    shownPath: shown,
    style: plain,
    width: Math.max(40, Math.min(terminal.columns ?? 80, 120)),
  });
  if (problem !== undefined) return fail(terminal, problem);
  const gap = incompleteOutcome({ notices: own }, options, shown)?.line;
  return gap === undefined ? clear : fail(terminal, gap);
}

function shownPaths({ cwd }: Terminal, { root }: CrashTarget): (file: string) => string {
  const shown = pathFrom(createDiskHost(cwd).root, joinPath(root, '.'));
  return (file) => unmistakable(shown(file));
}

function show({ format, output, colour }: CrashOptions, terminal: Terminal, report: CrashReport): string | undefined {
  if (output === undefined) {
    const style = styleFor({ flag: colour, env: terminal.env, isTerminal: terminal.isTerminal });
    terminal.print(reporters[format]({ ...report, style }));
    return undefined;
  }
  const problem = writeReport(resolve(terminal.cwd, output), reporters[format](report));
  return problem === undefined ? undefined : `the report ${output} was not written: ${problem}`;
}
