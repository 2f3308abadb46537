import { EventEmitter, workspace, type Event, type WorkspaceFolder } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { mapRequest, type ShownMap } from '../server/requests.ts';

export interface FolderMap {
  readonly folder: WorkspaceFolder;
  readonly map: ShownMap;
}

/** The delivery maps of the open folders, asked for when a view wants them. */
export interface MapSource {
  /** Of each folder that has Kafka code in sight. */
  readonly maps: () => Promise<readonly FolderMap[]>;
  /** The maps may be others now. */
  readonly onDidChange: Event<undefined>;
  readonly refresh: () => void;
  readonly dispose: () => void;
}

/** Milliseconds without a change: a map is for reading, so it need not follow each keystroke. */
const quiet = 700;

export function openMapSource(client: LanguageClient): MapSource {
  const changed = new EventEmitter<undefined>();
  const last = new Map<string, FolderMap>();
  let asked: Promise<readonly FolderMap[]> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const refresh = (): void => {
    asked = undefined;
    changed.fire(undefined);
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(refresh, quiet);
  };
  /** Nothing is answered about a text that changed meanwhile: then the map before stands until the next one. */
  const ask = async (folder: WorkspaceFolder): Promise<readonly FolderMap[]> => {
    const uri = folder.uri.toString();
    const view = client.isRunning() ? await client.sendRequest(mapRequest, { uri }) : null;
    if (view !== null) last.set(uri, { folder, map: view.content });
    const known = last.get(uri);
    return known === undefined || isEmpty(known.map) ? [] : [known];
  };
  const parts = [
    changed,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.uri.scheme === 'file' && contentChanges.length > 0) refreshSoon();
    }),
    workspace.onDidChangeWorkspaceFolders(refreshSoon),
    workspace.onDidSaveTextDocument(refreshSoon),
  ];
  return {
    maps: () => (asked ??= Promise.all((workspace.workspaceFolders ?? []).map(ask)).then((found) => found.flat())),
    onDidChange: changed.event,
    refresh,
    dispose: () => {
      clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}

function isEmpty({ pipelines, consumers, producers }: ShownMap): boolean {
  return pipelines.length + consumers.length + producers.length === 0;
}
