import type { Finding, Span } from '@kafka-eos/linter/finding';
import { cleanLine, join, padEnd, padStart, safe, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { codeFrame } from './code-frame.ts';
import { counted } from './counted.ts';
import type { Report, Reporter } from './report.ts';

/**
 * For a person at a terminal. Every line begins with a word of ours: a CI log that obeys lines which begin with `::`
 * must not find one in somebody's source.
 */
export const pretty: Reporter = (report) => {
  const blocks = report.findings.map((finding) => join(findingLines(finding, report)));
  const notices = report.notices.map(({ message, file }) => {
    const where = file === undefined ? safe`` : safe`${cleanLine(report.shownPath(file))}: `;
    return safe`${report.style.cyan(safe`note`)} ${where}${cleanLine(message)}`;
  });
  const parts = [...blocks, ...(notices.length > 0 ? [join(notices)] : []), join(summaryLines(report))];
  return safe`${join(parts, '\n\n')}\n`;
};

function findingLines(finding: Finding, report: Report): readonly Safe[] {
  const { style } = report;
  const text = report.textOf(finding.file);
  const [why, ...how] = finding.help.split('\n');
  return [
    safe`${severityWord(finding, style)} ${style.bold(cleanLine(finding.message))}`,
    safe`  at ${at(finding, report)}  ${style.dim(cleanLine(finding.rule))}`,
    ...(text === undefined ? [] : codeFrame(text, finding, style)),
    labelled('why', cleanLine(why ?? ''), style),
    ...how.map((line) => labelled('how', cleanLine(line), style)),
    ...traceLines(finding, report),
    ...finding.related.map((related) =>
      labelled('see', safe`${at(related, report)}  ${cleanLine(related.message)}`, style),
    ),
    ...finding.fixes.map((fix) =>
      labelled('fix', safe`${cleanLine(fix.title)} ${style.dim(howToFix(fix.safety))}`, style),
    ),
    labelled('doc', cleanLine(finding.url), style),
  ];
}

function severityWord({ severity }: Finding, style: Style): Safe {
  if (severity === 'error') return style.red(safe`error`);
  return severity === 'warning' ? style.yellow(safe`warning`) : style.blue(safe`info`);
}

function labelled(label: 'why' | 'how' | 'see' | 'fix' | 'doc' | 'run', text: Safe, style: Style): Safe {
  return safe`  ${style.cyan(cleanLine(label))} ${text}`;
}

function howToFix(safety: Finding['fixes'][number]['safety']): Safe {
  if (safety === 'example') return safe`(an example, not applied)`;
  return safety === 'safe' ? safe`(safe: --fix)` : safe`(may change what the program does: --fix-unsafe)`;
}

/** The run that shows the finding, as numbered steps; what goes wrong and what comes again stand out. */
function traceLines({ trace }: Finding, report: Report): readonly Safe[] {
  const { style } = report;
  const places = trace.map((step) => at(step, report));
  const width = Math.max(0, ...places.map(({ length }) => length));
  const digits = String(trace.length).length;
  return trace.map((step, i) => {
    const number = padStart(cleanLine(String(i + 1)), digits);
    const words = safe`${kindMark(step.kind, style)} ${cleanLine(step.message)}`;
    return labelled('run', safe`${number}. ${style.dim(padEnd(places[i] ?? safe``, width))}  ${words}`, style);
  });
}

function kindMark(kind: Finding['trace'][number]['kind'], style: Style): Safe {
  const width = '  receive'.length;
  if (kind === 'fault') return style.red(padEnd(safe`✗ fault`, width));
  if (kind === 'replay') return style.yellow(padEnd(safe`↻ replay`, width));
  return style.dim(padEnd(safe`  ${cleanLine(kind)}`, width));
}

function at({ file, start }: Span, { shownPath }: Report): Safe {
  return safe`${cleanLine(shownPath(file))}:${start.line}:${start.column}`;
}

function summaryLines(report: Report): readonly Safe[] {
  const { style, summary, applied, checked, clients } = report;
  if (!checked) return [style.red(safe`Nothing was checked.`)];
  const fixed = safe`Fixed ${counted(applied.fixes, 'problem')} in ${counted(applied.files, 'file')}.`;
  const looked = join(
    [
      counted(summary.files, 'file'),
      counted(summary.handlers, 'handler'),
      counted(summary.transactions, 'transaction'),
      clients.length === 0 ? safe`no Kafka package` : cleanLine(clients.join(', ')),
      safe`${Math.round(report.durationMs)} ms`,
    ],
    ', ',
  );
  return [...(applied.fixes > 0 ? [style.green(fixed)] : []), safe`${verdict(report)} ${style.dim(safe`(${looked})`)}`];
}

function verdict({ summary, style, clients, notices }: Report): Safe {
  const { errors, warnings, infos } = summary;
  if (errors + warnings + infos > 0) {
    const counts = [
      ...(errors > 0 ? [counted(errors, 'error')] : []),
      ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
      ...(infos > 0 ? [counted(infos, 'info')] : []),
    ];
    return style.bold(safe`Found ${join(counts, ', ')}.`);
  }
  if (notices.some(({ incomplete }) => incomplete)) {
    return style.yellow(safe`Nothing found in what could be analysed.`);
  }
  if (clients.length === 0 && summary.handlers === 0) return style.yellow(safe`No Kafka code found.`);
  return style.green(safe`Nothing found.`);
}
