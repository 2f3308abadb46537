import { isInside } from '@kafka-eos/analyzer/program/paths';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyse, AnalysisJob } from './analysis-job.ts';
import { pathOf } from './file-uri.ts';
import { openFolderSession, type FolderSession } from './folder-session.ts';

/** The open folders with a session each. */
export interface Workspace {
  readonly sessions: () => readonly FolderSession[];
  readonly add: (root: string) => FolderSession;
  readonly remove: (root: string) => FolderSession | undefined;
  /** The session that answers for a path: of folders within folders, the innermost. */
  readonly ownerOf: (path: string) => FolderSession | undefined;
  /** Tells every session that can see the path, and returns them. */
  readonly touch: (path: string) => readonly FolderSession[];
}

export interface WorkspaceRequest {
  readonly documents: () => readonly TextDocument[];
  readonly analyse: Analyse;
  readonly pause: () => Promise<void>;
}

export function openWorkspace({ documents, analyse, pause }: WorkspaceRequest): Workspace {
  const sessions = new Map<string, FolderSession>();
  const around = (path: string): readonly FolderSession[] =>
    [...sessions.values()].filter(({ root }) => isInside(root, path));
  return {
    sessions: () => [...sessions.values()],
    add: (root) => {
      const known = sessions.get(root);
      if (known !== undefined) return known;
      const session = openFolderSession({ root, texts: () => textsIn(root, documents()), analyse, pause });
      sessions.set(root, session);
      return session;
    },
    remove: (root) => {
      const session = sessions.get(root);
      sessions.delete(root);
      session?.touch();
      return session;
    },
    ownerOf: (path) =>
      around(path).reduce<FolderSession | undefined>(
        (best, session) => (session.root.length > (best?.root.length ?? 0) ? session : best),
        undefined,
      ),
    touch: (path) => {
      const touched = around(path);
      for (const session of touched) session.touch();
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
