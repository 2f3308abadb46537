import type { Connection } from 'vscode-languageserver';
import { uriOf } from './file-uri.ts';
import { defaultSettings, readFolderSettings, type FolderSettings } from './folder-settings.ts';

/** What the editor's user settled, folder by folder. */
export interface EditorSettings {
  readonly of: (root: string) => Promise<FolderSettings>;
  /** Some setting changed: all are asked for again. */
  readonly forget: () => void;
}

/** The name under which an editor keeps them. */
export const settingsSection = 'kafka-eos';

/** `fallback` is what an editor without settings per folder gave at the start. */
export function openSettings(
  connection: Connection,
  isAskable: () => boolean,
  fallback: () => unknown,
): EditorSettings {
  const known = new Map<string, Promise<FolderSettings>>();
  const ask = async (root: string): Promise<FolderSettings> => {
    if (!isAskable()) return readFolderSettings(fallback(), root);
    try {
      const answer: unknown = await connection.workspace.getConfiguration({
        scopeUri: uriOf(root),
        section: settingsSection,
      });
      return readFolderSettings(answer, root);
    } catch {
      // An editor that does not answer has no settings.
      return defaultSettings;
    }
  };
  return {
    of: (root) => {
      const asked = known.get(root) ?? ask(root);
      known.set(root, asked);
      return asked;
    },
    forget: () => {
      known.clear();
    },
  };
}
