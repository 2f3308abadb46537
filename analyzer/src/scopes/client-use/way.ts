import type ts from 'typescript';
import type { Env } from '../../recognize/env.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import type { Value } from '../../recognize/value.ts';
import { creationsBehind } from '../creations.ts';
import type { OptionsAt } from '../known-settings.ts';

/**
 * A call, and the way that leads there. Envs are of one piece of work only; ways are compared with those that another
 * piece of work has seen.
 */
export interface WayThere {
  readonly call: ts.Node;
  /** Absent where the way is not known: it may be any. */
  readonly way: string | undefined;
  /** What the call is seen to be given alone, where it makes several objects. */
  readonly part?: ts.Node;
}

export function wayTo({ call, env }: OptionsAt): WayThere {
  const part = env?.call === call ? { part: env.fn } : {};
  return { call, way: env && wayOf(env), ...part };
}

/** The calls that made the object that a method is called on. */
export function makersBehind(knowledge: Knowledge, { call, env }: OptionsAt): readonly WayThere[] {
  return creationsBehind(knowledge, call, env).map(wayTo);
}

/** Whether both may be one object: two ways into a factory are two, and one that is not known may be either. */
export function mayBeSame(a: WayThere, b: WayThere): boolean {
  return a.call === b.call && (a.way === undefined || b.way === undefined || a.way === b.way);
}

/** Whether both may be one object as far as the call and its list tell, whatever the ways. */
export function mayBeOneOf(a: WayThere, b: WayThere): boolean {
  return a.call === b.call && (a.part === undefined || b.part === undefined || a.part === b.part);
}

/** For maps: the same text for the same call and way, and for no other. */
export function keyOfWay({ call, way = '' }: WayThere): string {
  return `${String(numberOf(call))} ${way}`;
}

const ways = new WeakMap<Env, string>();

function wayOf(env: Env): string {
  const known = ways.get(env) ?? describe(env);
  ways.set(env, known);
  return known;
}

/** What tells two envs apart in a store. */
function describe({ fn, call, caller, closure, self }: Env): string {
  const outer = caller === undefined ? '' : wayOf(caller);
  // Most functions close over their callers' env; saying it twice would double the text with each call.
  const around = closure === undefined ? '' : closure === caller ? '=' : wayOf(closure);
  return `(${String(numberOf(fn))} ${String(numberOf(call))} ${outer} ${around} ${selfOf(self)})`;
}

function selfOf(self: Value | undefined): string {
  if (self?.kind !== 'instance') return self?.kind ?? '';
  const { creation, declaration } = self;
  if (creation === undefined) return `a ${String(numberOf(declaration))}`;
  return `${String(numberOf(creation.node))} ${creation.env === undefined ? '' : wayOf(creation.env)}`;
}

const numbers = new WeakMap<ts.Node, number>();
let last = 0;

function numberOf(node: ts.Node): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(node, last);
  return last;
}
