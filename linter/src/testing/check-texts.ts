import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import type { LintResult } from '../lint-result.ts';
import { fix, lint, type LintRequest } from '../session.ts';
import { fakeEngine } from './fake-engine.ts';

export type Files = Readonly<Record<string, string>>;

export const requestFor = (files: Files, settings: Partial<LintRequest['settings']> = {}): LintRequest => ({
  host: createMemoryHost(files),
  paths: ['/workspace'],
  includeTests: false,
  maxStates: 100,
  settings: { rules: new Map(), ...settings },
  withFixes: true,
});

export const check = (files: Files, settings: Partial<LintRequest['settings']> = {}): LintResult =>
  lint(requestFor(files, settings), fakeEngine);

/** The findings as `file:line severity rule message`. */
export const shown = ({ findings }: LintResult): readonly string[] =>
  findings.map(
    ({ file, start, rule, messageId, severity }) => `${file}:${start.line} ${severity} ${rule} ${messageId}`,
  );

/** The files that fixes change, by absolute path. */
export const fixedTexts = (files: Files, level: 'safe' | 'unsafe' = 'safe'): Files =>
  Object.fromEntries(
    fix(requestFor(files), level, fakeEngine).files.map(({ path, after }) => [
      path,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(after),
    ]),
  );
