import type { Env } from './env.ts';
import type { AnyCall, LibraryCall } from './knowledge.ts';
import type { Tag } from './tag.ts';

/** One tag of one member, read at one call. */
export interface Reading {
  readonly member: LibraryCall;
  readonly tag: Tag;
  readonly call: AnyCall;
  readonly env: Env | undefined;
  /** The call that the user sees: for a command object, the `send` around it. */
  readonly shownAs: AnyCall;
  readonly certain: boolean;
}
