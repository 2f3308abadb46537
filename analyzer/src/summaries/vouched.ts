import { statementOf } from '../recognize/callees.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { FunctionNode } from '../recognize/value.ts';

/** `@eos idempotent` on a function: the user vouches for everything it does. */
export function isVouchedFor(fn: FunctionNode): boolean {
  return [fn, statementOf(fn)].some((node) => tagsOf(node).some((tag) => tag.verb === 'idempotent'));
}
