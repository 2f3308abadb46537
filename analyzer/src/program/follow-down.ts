import { wholeModule, type Binding, type Export, type Outline, type Part } from './outline.ts';
import type { SliceState } from './slice-state.ts';
import { spread } from './spread.ts';

const all: ReadonlySet<string> = new Set(['*']);

/** Takes a part into the slice, and everything that it refers to. */
export function need(state: SliceState, path: string, position: number): void {
  state.once(`need ${position} ${path}`, () => {
    const outline = state.outlineOf(path);
    const part = outline?.parts[position];
    if (!outline || !part || !state.join(path)) return;
    followReferences(state, path, outline, part);
    for (const companion of companionsOf(outline, part)) need(state, path, companion);
    if (!part.isBase) return;
    // Whatever extends or implements it may stand behind every use of it.
    for (const exported of outline.links.exportedAs.get(position) ?? []) spread(state, path, exported, 'extend', need);
  });
}

/** Statements that complete what the part declares, and what extends it in the same file. */
function companionsOf({ links }: Outline, { names, isBase }: Part): readonly number[] {
  const touchers = names.flatMap((name) => links.touchers.get(name) ?? []);
  const heirs = isBase ? names.flatMap((name) => links.heirs.get(name) ?? []) : [];
  return [...touchers, ...heirs];
}

function followReferences(state: SliceState, path: string, outline: Outline, { references }: Part): void {
  for (const [name, members] of references.names) followName(state, path, outline, name, members);
  for (const [specifier, members] of references.modules) {
    for (const member of members) demandFrom(state, path, specifier, member);
  }
}

function followName(
  state: SliceState,
  path: string,
  outline: Outline,
  name: string,
  members: ReadonlySet<string>,
): void {
  const declarers = outline.declarers.get(name);
  const binding = outline.bindings.get(name);
  for (const position of declarers ?? []) need(state, path, position);
  if (binding) followBinding(state, path, binding, members);
  if (binding || declarers || name !== 'exports') return;
  for (const member of members) demand(state, path, member);
}

function followBinding(state: SliceState, path: string, binding: Binding, members: ReadonlySet<string>): void {
  const { specifier, imported } = binding;
  const taken = imported === '*' || isWholeDefault(state, path, binding) ? [...members] : [imported];
  for (const name of taken) demandFrom(state, path, specifier, name);
}

/** The default import of a CommonJS module is the module. */
function isWholeDefault(state: SliceState, path: string, { specifier, imported }: Binding): boolean {
  if (imported !== 'default') return false;
  const resolution = state.resolver.resolve(path, specifier);
  if (resolution?.kind !== 'file') return false;
  const outline = state.outlineOf(resolution.path);
  return outline !== undefined && state.exportOf(resolution.path, outline, 'default') === undefined;
}

function demandFrom(state: SliceState, path: string, specifier: string, name: string): void {
  const resolution = state.resolver.resolve(path, specifier);
  if (resolution?.kind === 'file') demand(state, resolution.path, name);
  else if (resolution?.kind === 'ambient') demandAmbient(state, resolution.path, specifier);
}

function demandAmbient(state: SliceState, path: string, specifier: string): void {
  const parts = state.outlineOf(path)?.parts ?? [];
  parts.forEach((part, position) => {
    if (part.ambientModule === specifier) need(state, path, position);
  });
}

/** Takes what a file exports under a name into the slice; `*` is all of it. */
function demand(state: SliceState, path: string, name: string): void {
  state.once(`demand ${name} ${path}`, () => {
    const outline = state.outlineOf(path);
    if (!outline || !provides(state, path, name, new Set()) || !state.join(path)) return;
    const exports = exportsFor(state, path, outline, name);
    for (const each of exports) followExport(state, path, outline, each);
    if (name !== '*' && state.exportOf(path, outline, name)) return;
    for (const specifier of outline.stars) {
      const target = state.resolver.resolve(path, specifier);
      if (target?.kind === 'file' && provides(state, target.path, name, new Set())) demand(state, target.path, name);
    }
  });
}

function exportsFor(state: SliceState, path: string, outline: Outline, name: string): readonly Export[] {
  if (name === '*') return [...outline.exports.values()];
  const found = state.exportOf(path, outline, name) ?? outline.exports.get(wholeModule);
  return found ? [found] : [];
}

function followExport(state: SliceState, path: string, outline: Outline, target: Export): void {
  if (target.kind === 'part') need(state, path, target.part);
  else if (target.kind === 'from') demandFrom(state, path, target.specifier, target.imported);
  else followName(state, path, outline, target.name, all);
}

/** Whether a file exports a name, itself or through its stars. Files whose bytes cannot say so are not parsed. */
function provides(state: SliceState, path: string, name: string, visited: Set<string>): boolean {
  if (name === '*') return true;
  if (visited.has(path)) return false;
  // `module.exports = pool` provides members that the file never spells.
  if (!state.spelling.mayUse(path, name) && !state.spelling.mayUse(path, 'exports')) return false;
  visited.add(path);
  const outline = state.outlineOf(path);
  if (!outline) return false;
  if (exportsFor(state, path, outline, name).length > 0) return true;
  return outline.stars.some((specifier) => {
    const target = state.resolver.resolve(path, specifier);
    // What a library exports is not parsed here; that its stub spells the name is enough to look through this file.
    if (target?.kind === 'library') return target.stub.text.includes(name);
    return target?.kind === 'file' && provides(state, target.path, name, visited);
  });
}
