import { isInside } from '@kafka-eos/analyzer/program/paths';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysisJob } from './analysis-job.ts';
import { pathOf } from './file-uri.ts';
import { openFolderSession, type FolderSession, type SessionRequest } from './folder-session.ts';
import type { FolderSettings } from './folder-settings.ts';

/** The open folders with a session each. */
export interface Workspace {
  readonly sessions: () => readonly FolderSession[];
  readonly add: (root: string) => FolderSession;
  readonly remove: (root: string) => FolderSession | undefined;
  /** The session that answers for a path: of folders within folders, the innermost. */
  readonly ownerOf: (path: string) => FolderSession | undefined;
  /** Tells every session that can see the path, and returns them. */
  readonly touch: (path: string, changed: 'text' | 'disk') => readonly FolderSession[];
}

export interface WorkspaceRequest extends Pick<SessionRequest, 'analyse' | 'pause'> {
  readonly documents: () => readonly TextDocument[];
  readonly settingsOf: (root: string) => Promise<FolderSettings>;
  readonly opening: (root: string, work: Promise<unknown>) => void;
}

export function openWorkspace({ documents, settingsOf, opening, ...request }: WorkspaceRequest): Workspace {
  const sessions = new Map<string, FolderSession>();
  const around = (path: string): readonly FolderSession[] =>
    [...sessions.values()].filter(({ root }) => isInside(root, path));
  return {
    sessions: () => [...sessions.values()],
    add: (root) => {
      const known = sessions.get(root);
      if (known !== undefined) return known;
      const session = openFolderSession({
        ...request,
        root,
        folders: () => [...sessions.keys()],
        texts: () => textsIn(root, documents()),
        settings: () => settingsOf(root),
        opening: (work) => {
          opening(root, work);
        },
      });
      sessions.set(root, session);
      return session;
    },
    remove: (root) => {
      const session = sessions.get(root);
      sessions.delete(root);
      session?.touch('disk');
      return session;
    },
    ownerOf: (path) =>
      around(path).reduce<FolderSession | undefined>(
        (best, session) => (session.root.length > (best?.root.length ?? 0) ? session : best),
        undefined,
      ),
    touch: (path, changed) => {
      const touched = around(path);
      for (const session of touched) session.touch(changed);
      return touched;
    },
  };
}

function textsIn(root: string, documents: readonly TextDocument[]): AnalysisJob['texts'] {
  return new Map(
    documents.flatMap((document) => {
      const path = pathOf(document.uri);
      return path !== undefined && isInside(root, path) ? [[path, document.getText()] as const] : [];
    }),
  );
}
