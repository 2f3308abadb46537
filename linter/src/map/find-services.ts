import { childOf, folderOf, foldersUpward, joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Service } from './delivery-map.ts';

export type ServiceOf = (file: string) => Service;

type Files = Pick<WorkspaceHost, 'root' | 'kindOf' | 'readFile'>;

/**
 * The service that a file belongs to: its nearest package. Workspaces that keep several services in one package have a
 * folder for each, `apps/orders` or `services/orders`.
 */
export function openServices(host: Files): ServiceOf {
  const known = new Map<string, Service>();
  return (file) => {
    const folder = folderOf(joinPath(host.root, file));
    const service = known.get(folder) ?? find(host, folder);
    known.set(folder, service);
    return service;
  };
}

function find(host: Files, folder: string): Service {
  for (const at of foldersUpward(folder, host.root)) {
    const names = ['package.json', 'project.json'].filter((name) => host.kindOf(childOf(at, name)) === 'file');
    if (names.length === 0 && at !== host.root) continue;
    const inner = folderOfService(relativePath(at, folder));
    if (inner !== undefined) return service(host, childOf(at, inner), undefined);
    return service(
      host,
      at,
      names.map((name) => packageName(host, childOf(at, name))).find((name) => name !== undefined),
    );
  }
  return service(host, host.root, undefined);
}

/** Directly below the package, and nowhere else: `src/services/billing` is a part of a program. */
function folderOfService(path: string): string | undefined {
  return /^(?:apps|services|microservices)\/[^/]+/.exec(path)?.[0];
}

function service(host: Files, folder: string, name: string | undefined): Service {
  const id = folder === host.root ? '.' : relativePath(host.root, folder);
  return { id, name: name ?? (id === '.' ? 'workspace' : (id.split('/').at(-1) ?? id)) };
}

function packageName(host: Files, path: string): string | undefined {
  const read = host.readFile(path);
  if (read.kind !== 'bytes') return undefined;
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    const named = typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined;
    return typeof named === 'string' && named !== '' ? named : undefined;
  } catch {
    return undefined;
  }
}
