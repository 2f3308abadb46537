import { carry, carryExport } from './follow-up.ts';
import { need } from './follow-down.ts';
import { wholeModule, type Outline, type Part } from './outline.ts';
import { openSliceState, type SearchParts, type SliceState } from './slice-state.ts';

export interface FoundSlice {
  /** Absolute paths of the files that can be analysed. */
  readonly files: readonly string[];
  /** Files that were looked into and could not be analysed. */
  readonly refused: readonly string[];
  /** The bound on the number of files was reached. */
  readonly isCut: boolean;
  /** Whether it mattered if a file exports a name. */
  readonly isAskedFor: (path: string, name: string) => boolean;
}

/** More than the code around Kafka in any workspace that was measured, and still a matter of seconds. */
const mostFiles = 5000;

/**
 * Finds the files that Kafka code can reach. From the files that name a Kafka package it goes up, to whoever uses what
 * they export as far as Kafka values travel, and from every declaration so found it goes down, to what that uses.
 */
export function searchSlice(parts: SearchParts, seeds: readonly string[], limit = mostFiles): FoundSlice {
  const state = openSliceState(parts, limit);
  for (const seed of seeds) addSeed(state, seed);
  state.run();
  return {
    files: [...state.files].filter((path) => !state.refused.has(path)),
    refused: [...state.refused],
    isCut: state.isCut(),
    isAskedFor: state.isAskedFor,
  };
}

function addSeed(state: SliceState, path: string): void {
  const outline = state.outlineOf(path);
  if (!outline || !isSeed(state, path, outline) || !state.join(path)) return;
  outline.parts.forEach((part, position) => {
    need(state, path, position);
    // A type or a constant that says nothing about Kafka brings nobody's code into the slice.
    if (!part.inert || refersToKafka(state, outline, part)) carry(state, path, position);
  });
  for (const [exported, target] of outline.exports) {
    const specifier = target.kind === 'from' ? target.specifier : boundSpecifier(outline, target);
    if (specifier !== undefined && state.isKafka(specifier)) carryExport(state, path, exported);
  }
  // What `export *` of a Kafka package exports has no names here, so that any import may mean it.
  if (outline.stars.some((specifier) => state.isKafka(specifier))) carryExport(state, path, wholeModule);
}

/** The scan of bytes also finds what stands in comments and strings. */
function isSeed(state: SliceState, path: string, outline: Outline): boolean {
  return state.scanned.tagged.has(path) || outline.specifiers.some((specifier) => state.isKafka(specifier));
}

function refersToKafka(state: SliceState, { bindings }: Outline, { references }: Part): boolean {
  const specifiers = [...references.names.keys()].flatMap((name) => bindings.get(name)?.specifier ?? []);
  return [...specifiers, ...references.modules.keys()].some((specifier) => state.isKafka(specifier));
}

function boundSpecifier(
  { bindings }: Outline,
  target: { readonly kind: string; readonly name?: string },
): string | undefined {
  return target.kind === 'name' && target.name !== undefined ? bindings.get(target.name)?.specifier : undefined;
}
