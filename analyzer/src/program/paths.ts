// Paths are absolute and use `/` on every platform, so `node:path` (whose `relative` consults the process) has no part here.

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function childOf(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** Resolves `.` and `..`; an absolute `relative` stands for itself. */
export function joinPath(folder: string, relative: string): string {
  if (isAbsolutePath(relative)) return joinPath('', relative.startsWith('/') ? `.${relative}` : relative);
  const kept: string[] = [];
  for (const segment of `${folder}/${relative}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const joined = kept.join('/');
  return /^[A-Za-z]:/.test(joined) ? joined : `/${joined}`;
}

export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

export function relativePath(folder: string, path: string): string {
  if (path === folder) return '.';
  if (isInside(folder, path)) return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  const from = folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder and the folders above it, from the inside out, up to and including `last`. */
export function* foldersUpward(folder: string, last: string): Generator<string> {
  let current = folder;
  for (;;) {
    yield current;
    const above = folderOf(current);
    if (current === last || above === current || /^[A-Za-z]:$/.test(current)) return;
    current = above;
  }
}
