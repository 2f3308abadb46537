import type ts from 'typescript';
import type { Stability } from '../facts/key.ts';
import type { Tag } from './tag.ts';

/** Where a value comes from. `message` is true when some part of it is read from the consumed message. */
export interface Provenance {
  readonly stability: Stability;
  readonly message: boolean;
  /** What makes it unstable. */
  readonly origin?: ts.Node;
}

export const CONSTANT: Provenance = { stability: 'constant', message: false };
export const UNKNOWN: Provenance = { stability: 'unknown', message: false };
export const MESSAGE: Provenance = { stability: 'stable', message: true };

/** The provenance of what is made of several parts. */
export function combined(parts: readonly Provenance[]): Provenance {
  const message = parts.some((part) => part.message);
  const unstable = parts.find((part) => part.stability === 'unstable');
  if (unstable !== undefined) return { ...unstable, message };
  if (parts.some((part) => part.stability === 'unknown')) return { stability: 'unknown', message };
  return { stability: parts.some((part) => part.stability === 'stable') ? 'stable' : 'constant', message };
}

/** What a library says of a member. */
export function tagProvenance(tags: readonly Tag[], origin: ts.Node): Provenance | undefined {
  if (tags.some((tag) => tag.verb === 'unstable')) return { stability: 'unstable', message: false, origin };
  if (tags.some((tag) => tag.verb === 'message')) return MESSAGE;
  return tags.some((tag) => tag.verb === 'env') ? CONSTANT : undefined;
}
