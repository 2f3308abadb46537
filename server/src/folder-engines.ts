import type { LintEngine } from '@kafka-eos/linter/engine';

/** The engines of the open folders. What one knows about a folder is as large as its slice. */
export interface FolderEngines {
  /** The engine of a folder; those of folders that are not open any more are forgotten. */
  readonly of: (root: string, open: readonly string[]) => LintEngine;
}

export function openFolderEngines(openEngine: () => LintEngine): FolderEngines {
  const engines = new Map<string, LintEngine>();
  return {
    of: (root, open) => {
      for (const known of engines.keys()) if (known !== root && !open.includes(known)) engines.delete(known);
      const engine = engines.get(root) ?? openEngine();
      engines.set(root, engine);
      return engine;
    },
  };
}
