import type { Preset } from '@kafka-eos/rules/contract/define-rule';
import type { Linter } from 'eslint';
import { listedRules } from './listed-rules.ts';
import { incompleteAnalysis } from './make-rules.ts';
import { defaultPreset } from './rule-options.ts';

/** What stands before a rule's name. */
export const namespace = 'kafka-eos';

/** What a host does about a finding. */
type HostLevel = 'error' | 'warn';

/** The files that the analysis reads. */
export const sourceFiles: readonly string[] = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/**
 * The rules of a preset with their prefix, and how loud they are; `info` is the least that the engine has, and hosts do
 * not. Errors come first: hosts ask rules in this order, and the first one says what went wrong with the analysis.
 */
export function presetRules(preset: Preset): Readonly<Record<string, Linter.RuleEntry>> {
  const own = listedRules.flatMap(({ id, severity }): [string, HostLevel][] => {
    const level = severity[preset];
    return level === 'off' ? [] : [[id, level === 'error' ? 'error' : 'warn']];
  });
  return Object.fromEntries(
    [...own, [incompleteAnalysis, 'error'] as const]
      .sort(([a, loudA], [b, loudB]) => compareLevels(loudA, loudB) || (a < b ? -1 : 1))
      .map(([id, level]) => [`${namespace}/${id}`, entryOf(level, preset)] as const),
  );
}

function compareLevels(a: HostLevel, b: HostLevel): number {
  return Number(a === 'warn') - Number(b === 'warn');
}

/** As an option of each rule and not as a setting of all: options are what configurations inherit in every host. */
function entryOf(level: HostLevel, preset: Preset): Linter.RuleEntry {
  return preset === defaultPreset ? level : [level, { preset }];
}
