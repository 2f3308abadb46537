import { relativePath } from '@kafka-eos/analyzer/program/paths';
import { RequestType, type Connection } from 'vscode-languageserver';
import type { ViewQuestion } from './analysis-job.ts';
import { pathOf } from './file-uri.ts';
import type { FolderSession } from './folder-session.ts';
import { untilCancelled } from './until-cancelled.ts';
import type { Workspace } from './workspace.ts';

/** A file or folder of the workspace. */
export interface MapParams {
  readonly uri: string;
}

/** A place in a handler, or in what it runs; `line` is 0-based, as everywhere in the protocol. */
export interface CrashParams {
  readonly uri: string;
  readonly line: number;
}

/** What a view shows, and of which version of the folder. Null when the text changed meanwhile, or nothing is known. */
export type View = { readonly version: number; readonly content: unknown } | null;

const mapRequest = new RequestType<MapParams, View, void>('kafka-eos/map');
const crashRequest = new RequestType<CrashParams, View, void>('kafka-eos/crash');

/** Answers the requests of views that an editor may have, beyond the protocol. */
export function answerViews(connection: Connection, workspace: Workspace): void {
  const viewOf = async (
    uri: unknown,
    question: (file: string, session: FolderSession) => ViewQuestion,
  ): Promise<View> => {
    const path = typeof uri === 'string' ? pathOf(uri) : undefined;
    const session = path === undefined ? undefined : workspace.ownerOf(path);
    if (path === undefined || session === undefined) return null;
    const version = session.version();
    const answer = await session.ask(question(relativePath(session.root, path), session));
    const content = answer?.view;
    return content === undefined || content === null ? null : { version, content };
  };
  connection.onRequest(mapRequest, ({ uri }, token) =>
    untilCancelled(
      token,
      viewOf(uri, () => ({ kind: 'map' })),
    ),
  );
  connection.onRequest(crashRequest, ({ uri, line }, token) =>
    untilCancelled(
      token,
      viewOf(uri, (file) => ({ kind: 'crash', file, line: line + 1 })),
    ),
  );
}
