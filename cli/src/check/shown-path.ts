import { isInside, joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';

/** A file of the workspace as seen from `base`; one outside it keeps its absolute path. */
export function pathFrom(base: string, root: string): (file: string) => string {
  return (file) => {
    const path = joinPath(root, file);
    return isInside(base, path) ? relativePath(base, path) : path;
  };
}

/** The same as a report shows it. */
export function shownFrom(base: string, root: string): (file: string) => string {
  const path = pathFrom(base, root);
  return (file) => unmistakable(path(file));
}

/** Never begins with anything that a shell or a CI log would take for more than a name. */
export function unmistakable(path: string): string {
  return /^[\w./@]/.test(path) ? path : `./${path}`;
}
