import type { Finding } from '@kafka-eos/linter/finding';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import { counted } from './counted.ts';
import type { Report, Reporter } from './report.ts';

/** Workflow commands: GitHub shows each as an annotation on the line. */
export const github: Reporter = (report) =>
  join(
    [
      ...report.findings.map((finding) => annotation(finding, report)),
      ...report.notices.map(
        ({ message, incomplete }) =>
          safe`::${incomplete ? safe`error` : safe`notice`} title=kafka-eos::${data(message)}`,
      ),
      // GitHub shows ten annotations of a kind per step; the log says how many there are.
      safe`kafka-eos: ${counted(report.summary.errors, 'error')}, ${counted(report.summary.warnings, 'warning')}, ${counted(report.summary.infos, 'info')}`,
    ].map((line) => safe`${line}\n`),
    '',
  );

const commands = { error: safe`error`, warning: safe`warning`, info: safe`notice` } as const;

function annotation(finding: Finding, { repositoryPath }: Report): Safe {
  const { severity, rule, message, help, url, file, start, end } = finding;
  // Columns only make sense to GitHub within one line.
  const columns = start.line === end.line ? safe`,col=${start.column},endColumn=${end.column}` : safe``;
  const place = safe`file=${property(repositoryPath(file))},line=${start.line},endLine=${end.line}${columns}`;
  return safe`::${commands[severity]} ${place},title=${property(`kafka-eos: ${rule}`)}::${data(`${message}\n${help}\n${url}`)}`;
}

/** The message of a command. */
function data(text: string): Safe {
  return cleanLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** The value of a command's property. */
function property(text: string): Safe {
  return cleanLine(data(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}
