import type { Terminal } from '../terminal/output.ts';

export interface FakeTerminal extends Terminal {
  readonly printed: () => string;
  readonly complained: () => string;
}

export function fakeTerminal(cwd: string, env: Readonly<Record<string, string>> = {}): FakeTerminal {
  const out: string[] = [];
  const err: string[] = [];
  return {
    cwd,
    env,
    isTerminal: false,
    columns: undefined,
    isWatched: false,
    print: (text) => out.push(text),
    complain: (text) => err.push(text),
    printed: () => out.join(''),
    complained: () => err.join(''),
  };
}
