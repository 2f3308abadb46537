import { wholeModule } from './outline.ts';
import type { ScannedSources } from './scan-sources.ts';

/** What the bytes of a file rule out before it is parsed. */
export interface Spelling {
  /** Whether a file may use or pass on what another file exports under a name. */
  mayUse(path: string, name: string): boolean;
  /** Whether a file may hold a class or an interface that builds on another, or pass such a one on. */
  mayExtend(path: string): boolean;
}

/** Forms that pass on all exports of a module without spelling them. */
const passing = ['export *', '...require(', 'exports = require(', '.assign('];
const extending = ['extends', 'implements', 'export {', 'export type {', 'export *', 'exports'];

export function openSpelling({ contains }: Pick<ScannedSources, 'contains'>): Spelling {
  const passes = rememberPerFile((path) => contains(path, passing));
  const extend = rememberPerFile((path) => contains(path, extending));
  return {
    mayUse: (path, name) => isUnnamed(name) || passes(path) || contains(path, [name]),
    mayExtend: extend,
  };
}

/** Names that the text of an importing file need not spell. */
function isUnnamed(name: string): boolean {
  return name === 'default' || name === '*' || name === wholeModule;
}

function rememberPerFile(ask: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const answer = known.get(path) ?? ask(path);
    known.set(path, answer);
    return answer;
  };
}
