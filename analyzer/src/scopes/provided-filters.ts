import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { follow, refsAt } from '../recognize/path-refs.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { Ref } from '../recognize/value.ts';
import type { Creation } from './creations.ts';
import { hostsFor } from './find-hosts.ts';

/** What the modules of some applications provide as a filter for all that they handle: its class, or an object of it. */
export function providedFilters(knowledge: Knowledge, hosts: readonly Creation[]): readonly Ref[] {
  if (hosts.length === 0) return [];
  const own = new Set<ts.Node>(hosts.map(({ call }) => call));
  return callsTagged(knowledge, 'provides').flatMap((call) => {
    const tag = knowledge.calleesOf(call, undefined).library.flatMap(({ tags }) => tags.filter(isProviding))[0];
    if (tag === undefined) return [];
    const module = hostsFor(knowledge, call);
    if (module === 'other' || !module.some((host) => own.has(host.call))) return [];
    return pathsOf(tag, 'at')
      .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
      .flatMap((provider) => filterIn(knowledge, provider, tag));
  });
}

function isProviding({ verb }: Tag): boolean {
  return verb === 'provides';
}

/** The paths of the tag begin at the provider, which is written `{ provide: TOKEN, useClass: Filter }`. */
function filterIn(knowledge: Knowledge, provider: Ref, tag: Tag): readonly Ref[] {
  const below = (name: string): readonly Ref[] =>
    pathsOf(tag, name).flatMap(({ members }) => follow(knowledge, provider, members).refs);
  return below('token').some((ref) => isFilterToken(knowledge, ref)) ? below('value') : [];
}

/** A token is known by the name that it is imported by, not by its text. */
function isFilterToken(knowledge: Knowledge, { node }: Ref): boolean {
  const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
  return declaration !== undefined && tagsOf(declaration).some(({ verb }) => verb === 'filter-token');
}
