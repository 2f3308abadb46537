import { resolve } from 'node:path';
import { folderOf, foldersUpward, isInside, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { repositoryOf } from '../files/repository-of.ts';

/** Which file is asked about, and the workspace it is judged in. */
export interface CrashTarget {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly line?: number;
}

type Host = Pick<WorkspaceHost, 'kindOf'>;

/** Reads `FILE[:LINE[:COLUMN]]`. A handler may stand in another package than its effects, so the workspace is wide. */
export function crashTarget(place: string, cwd: string, host: Host): CrashTarget | { readonly problem: string } {
  const { name, line } = split(place, cwd, host);
  const path = absolute(cwd, name);
  const kind = host.kindOf(path);
  if (kind === 'folder')
    return { problem: `"${name}" is a folder; name a file of it, as in ${name.replace(/\/$/, '')}/main.ts:12` };
  if (kind !== 'file') return { problem: `there is no file "${name}"; check the path` };
  if (line === 0) return { problem: 'lines are counted from 1' };
  const root = workspaceOf(path, cwd, host);
  return { root, file: relativePath(root, path), ...(line === undefined ? {} : { line }) };
}

function split(place: string, cwd: string, host: Host): { readonly name: string; readonly line?: number } {
  const match = /^(?<name>.+?):(?<line>\d{1,9})(?::\d{1,9})?$/.exec(place);
  const { name, line } = match?.groups ?? {};
  if (name === undefined || line === undefined || host.kindOf(absolute(cwd, place)) === 'file') return { name: place };
  return { name, line: Number(line) };
}

/** The current folder, if the file lies in it; else as much of the repository as holds both. */
function workspaceOf(file: string, cwd: string, host: Host): string {
  const here = absolute(cwd, '.');
  const repository = repositoryOf(folderOf(file), host);
  if (!isInside(repository, here)) return repository;
  for (const folder of foldersUpward(here, repository)) if (isInside(folder, file)) return folder;
  return repository;
}

function absolute(cwd: string, name: string): string {
  const path = resolve(cwd, name);
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
