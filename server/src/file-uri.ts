import { joinPath } from '@kafka-eos/analyzer/program/paths';
import { URI } from 'vscode-uri';

/** The absolute path with `/`; undefined for what is no file, such as an untitled document. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  const path = parsed.fsPath;
  return joinPath(/^[A-Za-z]:\\/.test(path) ? path.replaceAll('\\', '/') : path, '.');
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}
