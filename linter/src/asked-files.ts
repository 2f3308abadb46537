import { isInside, joinPath } from '@kafka-eos/analyzer/program/paths';
import type { AnalysisRequest } from './engine.ts';

/** Whether a file, relative to the workspace, is one of those that were asked about. */
export type IsAsked = (file: string) => boolean;

/**
 * Code that the paths share with others is looked at for what runs through the paths, and not for its own sake. Whoever
 * did not let the analysis look for such code asks about everything that it found.
 */
export function askedFiles({ host, paths, outermost }: Pick<AnalysisRequest, 'host' | 'paths' | 'outermost'>): IsAsked {
  if (outermost === undefined || paths.length === 0) return () => true;
  return (file) => paths.some((path) => isInside(path, joinPath(host.root, file)));
}
