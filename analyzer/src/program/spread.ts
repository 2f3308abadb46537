import { wholeModule, type Binding, type Outline, type Part } from './outline.ts';
import type { SliceState } from './slice-state.ts';

/** How a part is affected by what it uses: Kafka travels with it, or it extends something needed. */
type Mode = 'carry' | 'extend';

/** Takes a part of a file into the slice. */
type Affect = (state: SliceState, path: string, position: number) => void;

/** Finds the parts of other files that use an exported name, through any number of re-exports. */
export function spread(state: SliceState, path: string, exported: string, mode: Mode, affect: Affect): void {
  state.once(`${mode} from ${exported} ${path}`, () => {
    for (const importer of state.importers.of(path)) {
      const outline = mayUse(state, importer, exported, mode) ? state.outlineOf(importer) : undefined;
      if (!outline) continue;
      const use: Use = { state, importer, outline, path, exported, mode, affect };
      spreadToBindings(use);
      spreadToParts(use);
      spreadThroughExports(use);
    }
  });
}

interface Use {
  readonly state: SliceState;
  readonly importer: string;
  readonly outline: Outline;
  readonly path: string;
  readonly exported: string;
  readonly mode: Mode;
  readonly affect: Affect;
}

function mayUse({ spelling }: SliceState, importer: string, exported: string, mode: Mode): boolean {
  return spelling.mayUse(importer, exported) && (mode === 'carry' || spelling.mayExtend(importer));
}

function spreadToBindings(use: Use): void {
  const { state, importer, outline, mode } = use;
  for (const [local, binding] of outline.bindings) {
    const member = leadsTo(use, binding.specifier) ? memberFor(use, binding) : undefined;
    if (member === undefined) continue;
    const positions = (mode === 'carry' ? outline.links.referrers : outline.links.heirs).get(local) ?? [];
    for (const position of positions) {
      const part = outline.parts[position];
      if (part && takes(usedBy(part, mode).get(local), member)) use.affect(state, importer, position);
    }
    for (const [name, target] of outline.exports) {
      if (target.kind === 'name' && target.name === local) spread(state, importer, name, mode, use.affect);
    }
  }
}

function usedBy(part: Part, mode: Mode): Part['references']['names'] {
  return mode === 'carry' ? part.references.names : part.references.heritage;
}

/** The member of the bound name that is the exported thing; `*` when it is the name itself; undefined when it is neither. */
function memberFor({ state, path, exported }: Use, { imported }: Binding): string | undefined {
  if (exported === wholeModule || imported === exported) return '*';
  if (imported === '*') return exported;
  const outline = imported === 'default' ? state.outlineOf(path) : undefined;
  return outline && !state.exportOf(path, outline, 'default') ? exported : undefined;
}

function takes(members: ReadonlySet<string> | undefined, member: string): boolean {
  return members !== undefined && (member === '*' || members.has('*') || members.has(member));
}

function spreadToParts(use: Use): void {
  const { state, importer, outline, exported, mode } = use;
  if (mode === 'extend') return;
  for (const [specifier, positions] of outline.links.inPlace) {
    if (!leadsTo(use, specifier)) continue;
    for (const position of positions) {
      const members = outline.parts[position]?.references.modules.get(specifier);
      if (takes(members, exported === wholeModule ? '*' : exported)) use.affect(state, importer, position);
    }
  }
}

function spreadThroughExports(use: Use): void {
  const { state, importer, outline, exported, mode } = use;
  for (const [name, target] of outline.exports) {
    if (target.kind !== 'from' || !leadsTo(use, target.specifier)) continue;
    if (target.imported === exported || target.imported === '*' || exported === wholeModule) {
      spread(state, importer, name, mode, use.affect);
    }
  }
  const isHidden = exported === 'default' || state.exportOf(importer, outline, exported) !== undefined;
  if (!isHidden && outline.stars.some((specifier) => leadsTo(use, specifier)))
    spread(state, importer, exported, mode, use.affect);
}

function leadsTo({ state, importer, path }: Use, specifier: string): boolean {
  const resolution = state.resolver.resolve(importer, specifier);
  return resolution?.kind === 'file' && resolution.path === path;
}
