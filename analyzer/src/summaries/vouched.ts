import { statementOf } from '../recognize/callees.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { WriteMeaning } from '../recognize/meaning.ts';
import type { FunctionNode } from '../recognize/value.ts';

/** Whether a call is made in a function that the user vouches for, or by one that such a function leads to. */
export function isInVouched(env: Env | undefined): boolean {
  for (let at = env; at !== undefined; at = at.caller) if (isFunctionNode(at.fn) && isVouchedFor(at.fn)) return true;
  return false;
}

/** A write whose repeats somebody vouches for; what Kafka is sent is no write, and its repeats are others to read. */
export function asVouched(write: WriteMeaning): WriteMeaning {
  const isKnown = write.repeatability.kind === 'idempotent' || write.repeatability.kind === 'keyed';
  return isKnown ? write : { ...write, repeatability: { kind: 'idempotent', vouchedFor: true }, remedies: [] };
}

/** `@eos idempotent` on a function: the user vouches for what it writes. */
export function isVouchedFor(fn: FunctionNode): boolean {
  return [fn, statementOf(fn)].some((node) => tagsOf(node).some((tag) => tag.verb === 'idempotent'));
}
