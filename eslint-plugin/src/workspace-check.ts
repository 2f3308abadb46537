import { MOST_STATES } from '@kafka-eos/analyzer/facts/most-states';
import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { settableRules } from '@kafka-eos/linter/check-workspace';
import type { Level } from '@kafka-eos/linter/config/levels';
import type { LintEngine } from '@kafka-eos/linter/engine';
import type { Finding } from '@kafka-eos/linter/finding';
import { fixOnly } from '@kafka-eos/linter/fixes/fix-only';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import { lint, type LintRequest } from '@kafka-eos/linter/session';
import type { Preset } from '@kafka-eos/rules/contract/define-rule';
import { namesKafka } from './kafka-names.ts';

export interface CheckParts {
  readonly host: WorkspaceHost;
  readonly engine: LintEngine;
  readonly includeTests: boolean;
  /** The same number as before: the disk holds what it held. */
  readonly disk: number;
  /** Whether somebody is at work on the texts, so that they will soon be other ones. */
  readonly hasOpenTexts: boolean;
}

/** What there is to say about a workspace as long as no text changes; one analysis, whatever is asked. */
export interface WorkspaceCheck {
  /** Without fixes. */
  findings(preset: Preset): LintResult;
  /** All findings; those of the file have their fixes. */
  withFixes(preset: Preset, file: string): readonly Finding[];
  /** Whether a change that keeps what a file does can matter to any finding. */
  isUnaffectedBy(file: string, text: string | undefined): boolean;
}

export function openCheck({ host, disk, engine, includeTests, hasOpenTexts }: CheckParts): WorkspaceCheck {
  let analysis: Analysis | undefined;
  const analysedOnce: LintEngine = {
    ...engine,
    // Fixes are tried on hosts of their own.
    analyze: (request) => (request.host === host ? (analysis ??= engine.analyze(request)) : engine.analyze(request)),
  };
  const run = (preset: Preset, withFixes: boolean, own: LintEngine): LintResult =>
    lint({ ...requestFor(host, engine, preset), disk, includeTests, withFixes }, own);
  const findings = once((preset) => run(preset, false, analysedOnce));
  const allFixed = once((preset) => run(preset, true, analysedOnce).findings);
  const fixed = new Map<string, readonly Finding[]>();
  return {
    findings,
    withFixes(preset, file) {
      // Fixes of different files are tried together, which pays if all files will be asked about; in an editor one is.
      if (!hasOpenTexts) return allFixed(preset);
      const key = `${preset} ${file}`;
      const known = fixed.get(key) ?? run(preset, true, fixOnly(analysedOnce, file)).findings;
      fixed.set(key, known);
      return known;
    },
    isUnaffectedBy: (file, text) =>
      analysis !== undefined && !analysis.files.includes(file) && !(text !== undefined && namesKafka(text)),
  };
}

/** Which findings are shown is the host's to say: what configuration files say about levels does not count. */
function requestFor(
  host: WorkspaceHost,
  engine: LintEngine,
  preset: Preset,
): Omit<LintRequest, 'includeTests' | 'withFixes'> {
  const levels = settableRules(engine).map(({ id, severity }): readonly [string, Level] => [
    id,
    severity[preset] === 'off' ? 'off' : 'error',
  ]);
  return { host, paths: [host.root], maxStates: MOST_STATES, settings: { preset, rules: new Map(levels) } };
}

function once<Value>(compute: (preset: Preset) => Value): (preset: Preset) => Value {
  const known = new Map<Preset, Value>();
  return (preset) => {
    const value = known.get(preset) ?? compute(preset);
    known.set(preset, value);
    return value;
  };
}
