import type { UnitConditions } from '../scopes/unit-guard.ts';
import { isLocalSlot } from '../summaries/local-variable.ts';
import type { Action } from './machine.ts';

/** The ways of a yes and a no, given those of the condition. */
export function answered<T>([whenTrue, whenFalse]: readonly [T, T], { positive }: { readonly positive: boolean }) {
  return positive ? { whenTrue, whenFalse } : { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** How much a variable of the handler says of the message. */
export function localOf({ steady }: UnitConditions, slot: string): Pick<Action & { readonly kind: 'ask' }, 'local'> {
  const how = steady.get(slot);
  if (!isLocalSlot(slot) || how === 'always') return {};
  return { local: how === 'unguarded' ? 'steady' : 'shaken' };
}
