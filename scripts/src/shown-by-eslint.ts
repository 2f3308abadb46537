import { ESLint as ESLint10, type Linter } from 'eslint';
import plugin from 'eslint-plugin-kafka-eos';
import { ESLint as ESLint9 } from 'eslint9';
import tseslint from 'typescript-eslint';
import type { FixtureProgram } from './fixture-programs.ts';
import type { ShownFinding } from './shown-finding.ts';

const hosts = { 'ESLint 9': ESLint9, 'ESLint 10': ESLint10 };

/** What a version of ESLint reports in a folder that holds the program. */
export async function shownByEslint(
  host: keyof typeof hosts,
  { files }: FixtureProgram,
  cwd: string,
  preset: 'recommended' | 'strict',
): Promise<readonly ShownFinding[]> {
  const eslint = new hosts[host]({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], languageOptions: { parser: tseslint.parser } },
      plugin.configs[preset],
    ],
  });
  const results = await eslint.lintFiles(['.']);
  return results
    .map(({ filePath, messages }) => ({ file: filePath.slice(cwd.length + 1).replaceAll('\\', '/'), messages }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ file, messages }) => messages.map((message) => shownMessage(message, file, files[file] ?? '')));
}

function shownMessage(message: Linter.LintMessage, file: string, text: string): ShownFinding {
  const withFix = (fix: { readonly range: readonly [number, number]; readonly text: string }): string =>
    text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  return {
    place: `${file}:${message.line}:${message.column}-${message.endLine ?? 0}:${message.endColumn ?? 0}`,
    rule: (message.ruleId ?? 'none').replace('kafka-eos/', ''),
    text: message.message.split('\n').slice(0, 3).join('\n'),
    fixed: message.fix === undefined ? undefined : withFix(message.fix),
    suggested: (message.suggestions ?? []).map(({ fix }) => withFix(fix)),
  };
}
