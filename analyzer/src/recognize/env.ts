import type ts from 'typescript';
import type { Binding, FunctionNode, Value } from './value.ts';

/**
 * One call of a function: what its parameters are bound to. Envs are interned by call site and caller, so that two
 * passes over the same call speak of the same env, and identity can serve as a key.
 */
export interface Env {
  readonly id: number;
  /** The function that is called, the loop of which this is one turn, or what a call is seen to be given alone. */
  readonly fn: FunctionNode | ts.IterationStatement | ts.Expression;
  readonly bindings: ReadonlyMap<ts.ParameterDeclaration, Binding>;
  readonly self: Value | undefined;
  /** What the function's free names mean. */
  readonly closure: Env | undefined;
  /** How many calls lead here from the entry; bounded, so that recursion ends. */
  readonly depth: number;
  /** The env of the caller, for the path that leads to an effect. */
  readonly caller: Env | undefined;
  readonly call: ts.Node;
}

const MAX_DEPTH = 24;

export class EnvStore {
  #next = 0;
  readonly #known = new Map<string, Env>();
  readonly #nodeIds = new WeakMap<ts.Node, number>();
  #nextNode = 0;

  /** A number for a node that is the same for the life of this store. */
  idOf(node: ts.Node): number {
    const known = this.#nodeIds.get(node);
    if (known !== undefined) return known;
    this.#nextNode += 1;
    this.#nodeIds.set(node, this.#nextNode);
    return this.#nextNode;
  }

  /** The env of calling `fn` at `call` from `caller`; undefined where recursion or depth says stop. */
  enter(request: {
    readonly fn: Env['fn'];
    readonly call: ts.Node;
    readonly caller: Env | undefined;
    readonly closure: Env | undefined;
    readonly self: Value | undefined;
    readonly bindings: ReadonlyMap<ts.ParameterDeclaration, Binding>;
  }): Env | undefined {
    const depth = (request.caller?.depth ?? 0) + 1;
    if (depth > MAX_DEPTH || occurrences(request.fn, request.caller) > 1) return undefined;
    const key = [
      this.idOf(request.fn),
      this.idOf(request.call),
      request.caller?.id ?? '-',
      request.closure?.id ?? '-',
      this.#selfKey(request.self),
    ].join('.');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#next += 1;
    const env: Env = { id: this.#next, depth, ...request };
    this.#known.set(key, env);
    return env;
  }

  #selfKey(self: Value | undefined): string {
    if (self?.kind !== 'instance') return self?.kind ?? '-';
    const { creation } = self;
    return creation === undefined
      ? `c${String(this.idOf(self.declaration))}`
      : `${String(this.idOf(creation.node))}/${String(creation.env?.id ?? '-')}`;
  }
}

function occurrences(fn: Env['fn'], from: Env | undefined): number {
  let count = 0;
  for (let env = from; env !== undefined; env = env.caller) if (env.fn === fn) count += 1;
  return count;
}

/** The env of the call of `fn` that this env, or one it closes over, belongs to. */
export function envOf(fn: ts.Node | undefined, env: Env | undefined): Env | undefined {
  for (let at = env; at !== undefined; at = at.closure) if (at.fn === fn) return at;
  return undefined;
}
