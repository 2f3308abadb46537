import { wholeModule } from './outline.ts';
import type { SliceState } from './slice-state.ts';

/** Names that the text of a file need not spell. */
export function isUnnamed(name: string): boolean {
  return name === 'default' || name === '*' || name === wholeModule;
}

/** Whether the bytes of a file spell a name, or pass on what another file exports without spelling it. */
export function mayPassOn(state: SliceState, path: string, name: string): boolean {
  return [name, 'export *', '...require(', 'exports = require(', '.assign('].some((text) =>
    state.scanned.contains(path, text),
  );
}
