import type { Finding } from '@kafka-eos/linter/finding';
import { readCaretFile } from './caret-fixture.ts';

export interface Fixture {
  readonly preset: 'recommended' | 'strict';
  /** One line per finding, `FILE:LINE:COLUMN-COLUMN RULE MESSAGE`, sorted. */
  readonly expected: readonly string[];
  readonly problems: readonly string[];
}

/** What the files of a fixture state about themselves. */
export function readFixture(files: Readonly<Record<string, string>>): Fixture {
  const read = Object.entries(files).map(([file, text]) => ({ file, ...readCaretFile(text) }));
  return {
    preset: read.some(({ preset }) => preset === 'strict') ? 'strict' : 'recommended',
    expected: read
      .flatMap(({ file, marks }) =>
        marks.map((mark) => `${file}:${mark.line}:${mark.column}-${mark.endColumn} ${mark.rule} ${mark.messageId}`),
      )
      .sort(),
    problems: read.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`)),
  };
}

/** Findings in the form in which a fixture states them; one that spans lines can be stated by none. */
export function statedForm(findings: readonly Finding[]): readonly string[] {
  return findings
    .map(({ file, start, end, rule, messageId }) => {
      const to = end.line === start.line ? `${end.column}` : `${end.line}:${end.column}`;
      return `${file}:${start.line}:${start.column}-${to} ${rule} ${messageId}`;
    })
    .sort();
}

/** Closed world: what is stated and was not found, and what was found and is not stated. */
export function disagreements(expected: readonly string[], found: readonly string[]): readonly string[] {
  return [
    ...without(expected, found).map((line) => `missing  ${line}`),
    ...without(found, expected).map((line) => `unwanted ${line}`),
  ];
}

function without(lines: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
