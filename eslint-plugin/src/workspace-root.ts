import { childOf, folderOf, foldersUpward, isInside } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { decodeForDisplay } from '@kafka-eos/linter/source-text';

/**
 * The workspace that a file belongs to: the nearest folder above it that is a repository or lists packages; without
 * one, the folder that the host works in, or the file's own if that is elsewhere.
 */
export function openRoots(host: Pick<WorkspaceHost, 'kindOf' | 'readFile'>): (path: string, cwd: string) => string {
  const known = new Map<string, boolean>();
  const isRoot = (folder: string): boolean => {
    const answer = known.get(folder) ?? isWorkspace(host, folder);
    known.set(folder, answer);
    return answer;
  };
  return (path, cwd) => {
    const own = folderOf(path);
    for (const folder of foldersUpward(own, '/')) if (isRoot(folder)) return folder;
    return isInside(cwd, path) ? cwd : own;
  };
}

function isWorkspace(host: Pick<WorkspaceHost, 'kindOf' | 'readFile'>, folder: string): boolean {
  const has = (name: string): boolean => host.kindOf(childOf(folder, name)) !== 'missing';
  return has('.git') || has('pnpm-workspace.yaml') || listsPackages(host, childOf(folder, 'package.json'));
}

function listsPackages(host: Pick<WorkspaceHost, 'readFile'>, manifest: string): boolean {
  const content = host.readFile(manifest);
  if (content.kind !== 'bytes') return false;
  try {
    const value: unknown = JSON.parse(decodeForDisplay(content.bytes));
    return typeof value === 'object' && value !== null && 'workspaces' in value;
  } catch {
    return false;
  }
}
