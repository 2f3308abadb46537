import { readFileSync } from 'node:fs';
import type { Preset } from '@kafka-eos/rules/contract/define-rule';
import type { Linter, Rule } from 'eslint';
import { openAnalysis } from './ask-and-wait.ts';
import { openJudge } from './judge-file.ts';
import { makeRules } from './make-rules.ts';
import { namespace, presetRules, sourceFiles } from './presets.ts';

interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: Record<Preset, Linter.Config>;
}

const presets: readonly Preset[] = ['recommended', 'strict'];
const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const analysis = openAnalysis(new URL('./analysis-thread.js', import.meta.url), () => performance.now());
const meta = { name: 'eslint-plugin-kafka-eos', version: versionOf(manifest), namespace };
const rules = makeRules(openJudge(analysis));

const plugin: Plugin = { meta, rules, configs: { recommended: {}, strict: {} } };
// Hosts compare plugins by identity: what a configuration brings along must be what users import.
for (const preset of presets) plugin.configs[preset] = config(preset);

export default plugin;

function config(preset: Preset): Linter.Config {
  return {
    name: `${namespace}/${preset}`,
    files: [...sourceFiles],
    plugins: { [namespace]: plugin },
    rules: presetRules(preset),
  };
}

function versionOf(value: unknown): string {
  const known = typeof value === 'object' && value !== null && 'version' in value;
  return known && typeof value.version === 'string' ? value.version : 'unknown';
}
