import ts from '../typescript.ts';
import { holderIn, type Holder } from '../flow/expressions/holder.ts';
import { promiseJoin } from '../flow/expressions/promise-join.ts';
import { isPut } from '../flow/kept-names.ts';
import { eachNode, someNode } from '../program/nodes-in.ts';
import { targetSymbol } from '../recognize/by-symbol.ts';
import { envOf, type Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { isMention } from '../recognize/mention.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { StepId } from './unit-graph.ts';
import { promiseUse, type PromiseUse } from './promise-uses.ts';

/** What is waited for in one place: the slots of promises that are followed, and whether there are others. */
export interface Awaited {
  readonly slots: readonly AwaitedSlot[];
  readonly others: boolean;
}

/** `once`: who waits takes the promises out, or the collection outlives the message; else they stay rejected. */
export interface AwaitedSlot {
  readonly slot: string;
  readonly once: boolean;
}

interface Rejection {
  readonly step: StepId;
  readonly slot: string;
  readonly error: StepId;
}

/**
 * Promises of one unit that variables and collections hold: their rejections are remembered until somebody waits for them.
 * Followed are those of which everything is seen that is done with them.
 */
export class HeldPromises {
  readonly #knowledge: Knowledge;
  readonly #homes = new Map<ts.Symbol, ts.Declaration | undefined>();
  readonly #asked = new Set<string>();
  readonly #awaited = new Set<string>();
  readonly #rejections: Rejection[] = [];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The slots that some branch may ask. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  /** The steps that remember the rejection of what nobody waits for. */
  get unheard(): readonly Rejection[] {
    return this.#rejections.filter(({ slot }) => !this.#awaited.has(slot));
  }

  /** A step remembers a rejection, which goes to `error` if nobody asks. */
  reject(step: StepId, slot: string, error: StepId): void {
    this.#rejections.push({ step, slot, error });
  }

  /** The slot that remembers the rejection of a call's promise; undefined where it is not followed. */
  slotOf(call: ts.Expression, env: Env | undefined): string | undefined {
    const keeper = keeperOf(call);
    const home = keeper === undefined ? undefined : this.#homeOf(this.#symbolOf(keeper));
    return home === undefined ? undefined : this.#slot(home, env);
  }

  /** The slot of a variable that is made; undefined where it is not followed. */
  slotOfNew(name: ts.Identifier, env: Env | undefined): string | undefined {
    const symbol = this.#symbolOf(name);
    const home = this.#homeOf(symbol);
    return home !== undefined && home === symbol?.valueDeclaration ? this.#slot(home, env) : undefined;
  }

  /** What an expression that is waited for holds. */
  awaitedIn(of: ts.Expression, env: Env | undefined): Awaited {
    const found = holdersIn(of).map((held) => this.#slotAwaited(held, env));
    const slots = found.filter((slot) => slot !== undefined);
    for (const { slot } of slots) this.#awaited.add(slot);
    return { slots, others: found.length === 0 || found.includes(undefined) };
  }

  #slotAwaited(held: Held | undefined, env: Env | undefined): AwaitedSlot | undefined {
    const slot = held === undefined ? undefined : this.slotIn(held.holder, env);
    return held && slot !== undefined ? { slot, once: held.taken || isLasting(slot) } : undefined;
  }

  /** The slot of what a variable or a field holds. */
  slotIn(holder: Holder, env: Env | undefined): string | undefined {
    const home = this.#homeOf(this.#symbolOf(this.#loopedOver(holder)));
    const slot = home === undefined ? undefined : this.#slot(home, env);
    if (slot !== undefined) this.#asked.add(slot);
    return slot;
  }

  /** In `for (const job of pending) await job` it is the collection that holds them. */
  #loopedOver(holder: Holder): Holder | undefined {
    const declaration = this.#symbolOf(holder)?.declarations?.[0];
    const loop = declaration?.parent.parent;
    return loop !== undefined && ts.isForOfStatement(loop) && loop.initializer === declaration?.parent
      ? holderIn(loop.expression)
      : holder;
  }

  #symbolOf(node: ts.Expression | undefined): ts.Symbol | undefined {
    return node === undefined ? undefined : targetSymbol(node, this.#knowledge.checker);
  }

  /** Where that is declared for which code waits that waits for what a name holds. */
  #homeOf(symbol: ts.Symbol | undefined): ts.Declaration | undefined {
    if (symbol === undefined) return undefined;
    if (this.#homes.has(symbol)) return this.#homes.get(symbol);
    this.#homes.set(symbol, undefined);
    const home = this.#findHome(symbol);
    this.#homes.set(symbol, home);
    return home;
  }

  #findHome(symbol: ts.Symbol): ts.Declaration | undefined {
    const [declaration, ...others] = symbol.declarations ?? [];
    if (declaration === undefined || others.length > 0 || !isOwn(declaration)) return undefined;
    const uses = this.#usesOf(symbol, declaration);
    const isUsed = (use: PromiseUse): boolean => uses.some((found) => found.use === use);
    if (isUsed('other')) return undefined;
    if (isUsed('waited')) return declaration;
    const [put, ...more] = uses.filter(({ use }) => use === 'put');
    if (put === undefined || more.length > 0) return undefined;
    return this.#homeOf(this.#symbolOf(keeperOf(put.mention)));
  }

  #usesOf(
    symbol: ts.Symbol,
    declaration: ts.Declaration,
  ): readonly { readonly mention: ts.Expression; readonly use: PromiseUse }[] {
    const file = declaration.getSourceFile();
    const home = enclosingFunction(declaration);
    if (home === undefined || ts.isPropertyDeclaration(declaration)) this.#knowledge.consulted.noteFile(file);
    const found: { readonly mention: ts.Expression; readonly use: PromiseUse }[] = [];
    eachNode(ts.isPropertyDeclaration(declaration) ? file : (home ?? file), (node) => {
      if (isMention(this.#knowledge, node, symbol)) found.push({ mention: node, use: promiseUse(node) });
      else if (isHandedOn(node, symbol.name)) found.push({ mention: node, use: 'other' });
    });
    return found;
  }

  #slot(declaration: ts.Declaration, env: Env | undefined): string {
    const { envs } = this.#knowledge;
    const home = envOf(enclosingFunction(declaration), env);
    return `held ${String(envs.idOf(declaration))}${home === undefined ? '' : `@${String(home.id)}`}`;
  }
}

/** `const same = jobs`, `{ jobs }`: by name, so that it is rather one too many. */
function isHandedOn(node: ts.Node, name: string): node is ts.Identifier {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const { parent } = node;
  return ts.isShorthandPropertyAssignment(parent) || (ts.isVariableDeclaration(parent) && parent.initializer === node);
}

/** A slot that names no call is one of what is there for all messages. */
function isLasting(slot: string): boolean {
  return !slot.includes('@');
}

/** A variable that nobody else sees, or a private field. */
export function isOwn(declaration: ts.Declaration): boolean {
  const flags = ts.getCombinedModifierFlags(declaration);
  if (ts.isVariableDeclaration(declaration)) return (flags & ts.ModifierFlags.Export) === 0;
  if (!ts.isPropertyDeclaration(declaration)) return false;
  return ts.isPrivateIdentifier(declaration.name) || (flags & ts.ModifierFlags.Private) !== 0;
}

/** The variable, or the collection, that a value goes into. */
function keeperOf(value: ts.Expression): ts.Expression | undefined {
  let at = value;
  while (ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? parent.name : undefined;
  const receiver = isPut(parent, at) ? receiverOf(parent) : undefined;
  return receiver === undefined ? undefined : holderIn(receiver);
}

interface Held {
  readonly holder: Holder;
  /** `await Promise.all(pending.splice(0))` */
  readonly taken: boolean;
}

/** What holds the promises of `await job`, `await Promise.all([...pending])`; undefined for what is not seen. */
function holdersIn(of: ts.Expression): readonly (Held | undefined)[] {
  const join = ts.isCallExpression(of) ? promiseJoin(of) : undefined;
  if (join === undefined) return [ts.isCallExpression(of) ? undefined : heldIn(of)];
  return join.elements.flatMap(({ value, many }) => (many ? [heldIn(value)] : []));
}

function heldIn(value: ts.Expression): Held | undefined {
  const holder = holderIn(value);
  return holder && { holder, taken: someNode(value, isTaking) };
}

function isTaking(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'splice';
}
