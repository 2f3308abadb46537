import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Checked, FolderSession } from './folder-session.ts';
import type { Locator } from './locate.ts';
import { toDiagnostic } from './to-diagnostic.ts';

export interface PushRequest {
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly locator: (session: FolderSession) => Locator;
  /** Whether the session answers for the path. */
  readonly owns: (session: FolderSession, path: string) => boolean;
}

export interface PushDiagnostics {
  /** Sends what is known about a folder, and takes back what is not true any more; once per version. */
  readonly publish: (session: FolderSession, checked: Checked) => void;
  /** Takes back everything about a folder. */
  readonly clear: (session: FolderSession) => void;
}

interface Published {
  readonly version: number;
  /** The file of each URI that has diagnostics at the editor. */
  readonly files: ReadonlyMap<string, string>;
}

export function pushDiagnostics({ send, locator, owns }: PushRequest): PushDiagnostics {
  const published = new Map<FolderSession, Published>();
  const filesOf = (session: FolderSession): Published['files'] => published.get(session)?.files ?? new Map();
  return {
    publish: (session, { version, findings, failure }) => {
      if (failure !== undefined || version !== session.version()) return;
      if (published.get(session)?.version === version) return;
      const at = locator(session);
      const own = findings.filter(({ file }) => owns(session, joinPath(session.root, file)));
      const files = new Map(own.map(({ file }) => [at.uri(file), file]));
      for (const [uri, file] of new Map([...filesOf(session), ...files])) {
        const shown = files.has(uri) ? own.filter((finding) => finding.file === file) : [];
        const of = at.version(file);
        const diagnostics = shown.map((finding) => toDiagnostic(finding, at));
        send(of === null ? { uri, diagnostics } : { uri, version: of, diagnostics });
      }
      published.set(session, { version, files });
    },
    clear: (session) => {
      for (const uri of filesOf(session).keys()) send({ uri, diagnostics: [] });
      published.delete(session);
    },
  };
}
