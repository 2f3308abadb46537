import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the pages are: in the published package, and in the repository. */
const folders = [new URL('../../docs/rules/', import.meta.url), new URL('../../../docs/rules/', import.meta.url)];

export interface RulePages {
  /** Sorted. */
  readonly rules: readonly string[];
  /** The page of one of the rules. */
  readonly read: (rule: string) => string;
}

export function openRulePages(): RulePages {
  for (const folder of folders) {
    const rules = rulesIn(folder);
    if (rules.length > 0) return { rules, read: (rule) => readFileSync(new URL(`${rule}.md`, folder), 'utf8') };
  }
  return { rules: [], read: () => '' };
}

function rulesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(fileURLToPath(folder))
      .filter((name) => /^[a-z-]+\.md$/.test(name))
      .map((name) => name.slice(0, -'.md'.length))
      .sort();
  } catch {
    return [];
  }
}
