import { envOf, type Env } from '../recognize/env.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { Creation } from './creations.ts';

/** How two objects that are made may belong together: the same one, another one, or one cannot tell. */
export type Relation = 'same' | 'maybe' | 'another';

/** Of the objects that two calls may be made on; undefined where no call makes one for both of them. */
export function relationOf(some: readonly Creation[], others: readonly Creation[]): Relation | undefined {
  const pairs = some.flatMap((a) => others.filter((b) => a.call === b.call).map((b) => relationBetween(a, b)));
  return (['same', 'maybe', 'another'] as const).find((relation) => pairs.includes(relation));
}

/** Whether it is in sight who calls the function that the object is made in. */
export function isSeen(creation: Creation): boolean {
  return homeOf(creation) !== undefined;
}

/** One call in a function makes an object per call of the function. */
function relationBetween(a: Creation, b: Creation): Relation {
  const [first, second] = [homeOf(a), homeOf(b)];
  return first === undefined || second === undefined ? 'maybe' : relationOfWays(first, second);
}

function relationOfWays(a: Env | undefined, b: Env | undefined): Relation {
  if (a === b) return 'same';
  // The way of one of them was not followed as far up.
  if (a === undefined || b === undefined) return 'maybe';
  return a.call === b.call ? relationOfWays(a.caller, b.caller) : 'another';
}

/** The call of the function that it is made in. */
export function homeOf({ call, env }: Pick<Creation, 'call' | 'env'>): Env | undefined {
  return envOf(enclosingFunction(call), env);
}
