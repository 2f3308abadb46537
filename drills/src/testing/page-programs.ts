import { readFileSync } from 'node:fs';

/** The programs of a rule's page, in order. */
export function programsOf(rule: string): readonly string[] {
  const page = readFileSync(new URL(`../../../docs/rules/${rule}.md`, import.meta.url), 'utf8');
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
}
