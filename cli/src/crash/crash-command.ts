import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { shownFrom } from '../check/shown-path.ts';
import type { RunFacts } from '../facts/facts-job.ts';
import { textReader } from '../facts/text-reader.ts';
import { outputReport } from '../files/output-report.ts';
import { incompleteOutcome } from '../check/outcome.ts';
import { fail } from '../terminal/fail.ts';
import { clear, type ExitStatus, type Terminal } from '../terminal/output.ts';
import { patiently } from '../terminal/patiently.ts';
import type { CrashFormat, CrashOptions } from './crash-options.ts';
import type { CrashReport, CrashReporter } from './crash-report.ts';
import { crashTarget } from './crash-target.ts';
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
  const shown = shownFrom(createDiskHost(terminal.cwd).root, root);
  const units = selectUnits(reply.analysis, target, shown);
  const { notices } = reply.analysis;
  if ('problem' in units) {
    const gap = incompleteOutcome({ notices }, { allowIncomplete: false }, shown)?.line;
    return fail(terminal, gap === undefined ? units.problem : `${units.problem}; ${gap}`);
  }
  const textOf = textReader(root);
  const relevant = new Set(units.flatMap(({ crashTable }) => crashTable.functions.map((place) => place.file)));
  const own = notices.filter((notice) => notice.file === undefined || relevant.has(notice.file));
  const report: Omit<CrashReport, 'style'> = {
    views: units.map((unit) => crashView(unit, textOf)),
    notices: own,
    shownPath: shown,
    width: Math.max(40, Math.min(terminal.columns ?? 80, 120)),
  };
  const { format, output, colour } = options;
  const [problem] = outputReport(terminal, { what: 'report', file: output, colour }, (style) =>
    reporters[format]({ ...report, style }),
  );
  if (problem !== undefined) return fail(terminal, problem);
  const gap = incompleteOutcome({ notices: own }, options, shown)?.line;
  return gap === undefined ? clear : fail(terminal, gap);
}
