import { Disposable, RelativePattern, workspace, type TextDocument, type Uri } from 'vscode';
import { namesKafka } from './kafka-packages.ts';

const sources = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const manifests = '**/package.json';
const configurations = '**/kafka-eos.config.{json,jsonc}';
/** A workspace with more packages than these is asked for by opening a file of it that imports Kafka. */
const mostManifests = 2000;

/** Calls `found` once, as soon as a Kafka package, or a configuration of ours, is in sight; then stops looking. */
export function whenKafkaInSight(found: () => void): Disposable {
  const watchers: Disposable[] = [];
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    Disposable.from(...watchers.splice(0)).dispose();
  };
  const tell = (): void => {
    if (isOver) return;
    stop();
    found();
  };
  const lookEverywhere = (): void => {
    void isInWorkspace().then((is) => {
      if (is) tell();
    });
  };
  const lookAt = (uri: Uri): void => {
    void manifestNamesKafka(uri).then((is) => {
      if (is) tell();
    });
  };
  const watch = (pattern: string, changed: (uri: Uri) => void): void => {
    const watcher = workspace.createFileSystemWatcher(pattern, false, false, true);
    watchers.push(watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed));
  };
  watch(manifests, lookAt);
  watch(configurations, tell);
  watchers.push(
    workspace.onDidOpenTextDocument((document) => {
      if (importsKafka(document)) tell();
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (importsKafka(document)) tell();
    }),
    workspace.onDidChangeWorkspaceFolders(lookEverywhere),
    workspace.onDidChangeConfiguration(lookEverywhere),
  );
  lookEverywhere();
  return new Disposable(stop);
}

async function isInWorkspace(): Promise<boolean> {
  if (workspace.getConfiguration('kafka-eos').get('start') === 'always') return true;
  if (workspace.textDocuments.some(importsKafka)) return true;
  for (const folder of workspace.workspaceFolders ?? []) {
    const ours = await workspace.findFiles(new RelativePattern(folder, configurations), undefined, 1);
    if (ours.length > 0) return true;
    const found = await workspace.findFiles(
      new RelativePattern(folder, manifests),
      '**/node_modules/**',
      mostManifests,
    );
    for (const uri of found) if (await manifestNamesKafka(uri)) return true;
  }
  return false;
}

function importsKafka(document: TextDocument): boolean {
  return sources.includes(document.languageId) && namesKafka(document.getText());
}

async function manifestNamesKafka(uri: Uri): Promise<boolean> {
  if (uri.path.includes('/node_modules/')) return false;
  try {
    return namesKafka(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  } catch {
    // It went away, or nobody may read it.
    return false;
  }
}
