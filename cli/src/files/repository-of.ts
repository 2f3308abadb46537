import { childOf, foldersUpward } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';

/** The checkout that a folder lies in; without one, the outermost package; without that, the folder. */
export function repositoryOf(folder: string, host: Pick<WorkspaceHost, 'kindOf'>): string {
  let outermost = folder;
  for (const above of foldersUpward(folder, '/')) {
    if (host.kindOf(childOf(above, '.git')) !== 'missing') return above;
    if (host.kindOf(childOf(above, 'package.json')) === 'file') outermost = above;
  }
  return outermost;
}
