import { resolve } from 'node:path';
import { childOf, folderOf, foldersUpward } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { suggestion } from '@kafka-eos/linter/did-you-mean';

/** What to check: absolute paths, and the folder that findings are relative to. */
export interface Targets {
  readonly root: string;
  readonly paths: readonly string[];
}

const commands = ['check', 'map', 'crash', 'explain', 'guarantees'] as const;

/** A folder is its own workspace; a file belongs to its package; several share the folder that contains them all. */
export function findTargets(
  given: readonly string[],
  cwd: string,
  host: Pick<WorkspaceHost, 'kindOf'>,
): Targets | { readonly problem: string } {
  const names = given.length === 0 ? ['.'] : given;
  const paths: string[] = [];
  const roots: string[] = [];
  for (const name of names) {
    const path = withSlashes(resolve(cwd, name));
    const kind = host.kindOf(path);
    if (kind !== 'file' && kind !== 'folder') return { problem: problemOf(name, kind === 'missing') };
    paths.push(path);
    roots.push(kind === 'folder' ? path : packageOf(path, host));
  }
  return { root: roots.reduce(sharedFolder), paths: [...new Set(paths)] };
}

function problemOf(name: string, missing: boolean): string {
  if (!missing) return `"${name}" is neither a file nor a folder; name one that is`;
  const meant = suggestion(name, commands).replace('did you mean', 'did you mean the command');
  return `there is no file or folder "${name}"${meant === '' ? '; check the path' : meant}`;
}

/** The nearest folder with a package.json, as far as the repository goes; else the file's own folder. */
function packageOf(file: string, host: Pick<WorkspaceHost, 'kindOf'>): string {
  const own = folderOf(file);
  for (const folder of foldersUpward(own, '/')) {
    if (host.kindOf(childOf(folder, 'package.json')) === 'file') return folder;
    if (host.kindOf(childOf(folder, '.git')) !== 'missing') break;
  }
  return own;
}

function sharedFolder(a: string, b: string): string {
  const others = b.split('/');
  const parts = a.split('/');
  const differs = parts.findIndex((part, i) => part !== others[i]);
  const shared = (differs < 0 ? parts : parts.slice(0, differs)).join('/');
  return shared === '' || shared.endsWith(':') ? `${shared}/` : shared;
}

function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
