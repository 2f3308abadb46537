import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, Run } from './measure.ts';

export interface Tool {
  readonly name: string;
  readonly command: Command;
  /** What the tool found, in words; undefined when it did not do the work that is being measured. */
  found(run: Run): string | undefined;
}

const bench = fileURLToPath(new URL('../', import.meta.url));

/** The libraries and tools that the generated repository has as its `node_modules`. */
export const modules = join(bench, 'node_modules');

const node = (file: string, ...args: readonly string[]): Command => ({
  program: process.execPath,
  args: [file, ...args],
});

export const ours: Tool = {
  name: 'kafka-eos check',
  command: node(join(bench, '../cli/bin/kafka-eos.js'), 'check', '--format', 'json', '.'),
  found: ({ status, stdout }) => {
    const handlers = /"handlers": ?(\d+)/.exec(stdout)?.[1];
    const findings = stdout.split(/"rule": ?"/).length - 1;
    const worked = (status === 0 || status === 1) && handlers !== undefined && handlers !== '0' && findings > 0;
    return worked ? `${handlers} handlers, ${findings} findings` : undefined;
  },
};

const floatingPromises =
  (pattern: RegExp) =>
  ({ status, stdout }: Run): string | undefined => {
    const findings = stdout.split(pattern).length - 1;
    return status === 1 && findings > 0 ? `${findings} floating promises` : undefined;
  };

export const theirs: readonly Tool[] = [
  {
    name: 'typescript-eslint no-floating-promises',
    command: node(join(modules, 'eslint/bin/eslint.js'), '--format', 'json', '.'),
    found: floatingPromises(/"ruleId":"@typescript-eslint\/no-floating-promises"/),
  },
  {
    name: 'oxlint --type-aware no-floating-promises',
    command: node(
      join(modules, 'oxlint/bin/oxlint'),
      ...['--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises', '--format', 'json', '.'],
    ),
    found: floatingPromises(/"code": ?"typescript(?:-eslint)?\(no-floating-promises\)"/),
  },
  {
    name: 'tsc --noEmit',
    command: node(join(modules, 'typescript/bin/tsc'), '--noEmit', '-p', '.'),
    found: ({ status }) => (status === 0 ? 'no errors' : undefined),
  },
];
