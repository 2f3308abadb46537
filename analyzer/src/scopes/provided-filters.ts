import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { Ref } from '../recognize/value.ts';
import type { Creation } from './creations.ts';
import { hostsFor } from './find-hosts.ts';
import { providedAt } from './provided.ts';

/** What the modules of some applications provide as a filter for all that they handle: its class, or an object of it. */
export function providedFilters(knowledge: Knowledge, hosts: readonly Creation[]): readonly Ref[] {
  if (hosts.length === 0) return [];
  const own = new Set<ts.Node>(hosts.map(({ call }) => call));
  return callsTagged(knowledge, 'provides').flatMap((call) => {
    const filters = providedAt(knowledge, call, (token) => isFilterToken(knowledge, token));
    const module = filters.length === 0 ? [] : hostsFor(knowledge, call);
    return module !== 'other' && module.some((host) => own.has(host.call)) ? filters : [];
  });
}

/** A token is known by the name that it is imported by, not by its text. */
function isFilterToken(knowledge: Knowledge, { node }: Ref): boolean {
  const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
  return declaration !== undefined && tagsOf(declaration).some(({ verb }) => verb === 'filter-token');
}
