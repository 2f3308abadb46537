import { languages, type Diagnostic, type Uri } from 'vscode';

/**
 * The last diagnostics, for as long as no server says anything newer: an editor that drops them when the server crashes
 * looks as if everything had been fixed.
 */
export interface KeptDiagnostics {
  /** The server is about to go: what it said is kept. */
  readonly keep: () => void;
  /** A server has spoken about a file, or about all of them. */
  readonly release: (uri?: Uri) => void;
  readonly dispose: () => void;
}

export function openKeptDiagnostics(): KeptDiagnostics {
  const kept = languages.createDiagnosticCollection('kafka-eos-kept');
  return {
    keep: () => {
      const own = languages
        .getDiagnostics()
        .map(([uri, diagnostics]): [Uri, Diagnostic[]] => [uri, diagnostics.filter(isOurs)]);
      kept.clear();
      kept.set(own.filter(([, diagnostics]) => diagnostics.length > 0));
    },
    release: (uri) => {
      if (uri === undefined) kept.clear();
      else kept.delete(uri);
    },
    dispose: () => {
      kept.dispose();
    },
  };
}

export function isOurs({ source }: Diagnostic): boolean {
  return source === 'kafka-eos';
}
