import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import { lint } from '@kafka-eos/linter/session';

/** Checks a small program, given by its files' names and texts, with the product's own engine. */
export function lintProgram(
  files: Readonly<Record<string, string>>,
  preset: 'recommended' | 'strict',
  { withFixes } = { withFixes: false },
): LintResult {
  const host = createMemoryHost(files);
  const request = {
    host,
    paths: [host.root],
    includeTests: false,
    maxStates: 20_000,
    settings: { preset, rules: new Map() },
    withFixes,
  };
  return lint(request, defaultEngine);
}

/** What keeps a result from being the whole truth about the program. */
export function incompleteness({ notices, configProblems }: LintResult): readonly string[] {
  return [
    ...notices.filter(({ incomplete }) => incomplete).map(({ message, file }) => `${file ?? 'workspace'}: ${message}`),
    ...configProblems.map(({ message }) => message),
  ];
}
