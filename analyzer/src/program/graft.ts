import ts from '../typescript.ts';
import { childrenOf, nodesIn } from './nodes-in.ts';

/** A node of the tree before, and what the parser has made in its place. */
type Twins = readonly [old: ts.Node, now: ts.Node];

/** Something in which somebody typed. */
interface Typed<Node> {
  readonly old: Node;
  readonly now: Node;
  /** What may be different, by offsets into the text of now. */
  readonly start: number;
  readonly end: number;
}

/**
 * Puts a body into the tree that it was typed in: everything around it stays the very same object, at the place where it
 * stands now, and takes the place of what the parser has made again; so do the functions beside the change inside of the
 * body. False, and nothing is done, where the trees differ in more than that body.
 */
export function graft(before: ts.SourceFile, now: ts.SourceFile, typed: Typed<ts.Block>): boolean {
  const around = madeAgain(before.statements, now.statements, typed.now);
  const owner = around?.find(([, twin]) => twin === typed.now.parent)?.[0];
  if (around === undefined || owner === undefined) return false;
  const statements = [...now.statements];
  keepBeside(typed);
  around.forEach(takePlace);
  put(owner, typed.old, typed.now);
  statements.forEach((statement, at) => {
    put(now, statement, before.statements[at] ?? statement);
  });
  // Whatever still holds on to it sees that it is there no more.
  writable<ts.Node>(typed.old).parent = before;
  return true;
}

/** Keeps the functions that stand beside the change and were made again all the same. */
export function keepBeside({ old, now, start, end }: Typed<ts.Node>): void {
  // The compiler has moved what was there before to where it stands now.
  const before = new Map(nodesIn(old, ts.isFunctionLike).map((fn) => [spanOf(fn), fn]));
  const pending: ts.Node[] = [now];
  for (let above = pending.pop(); above !== undefined; above = pending.pop()) {
    for (const child of childrenOf(above)) {
      const isBeside = child.end <= start || end <= child.pos;
      const twin = isBeside && ts.isFunctionLike(child) ? before.get(spanOf(child)) : undefined;
      const again = twin && madeAgain([twin], [child], undefined);
      if (twin === undefined || again === undefined) pending.push(child);
      else if (twin !== child) {
        again.forEach(takePlace);
        put(above, child, twin);
      }
    }
  }
}

function spanOf({ pos, end }: ts.Node): string {
  return `${String(pos)} ${String(end)}`;
}

/** What was made again, each thing before what is in it; undefined where trees differ in more than a body. */
function madeAgain(
  before: readonly ts.Node[],
  now: readonly ts.Node[],
  body: ts.Block | undefined,
): readonly Twins[] | undefined {
  const again: Twins[] = [];
  const isAlike = (old: readonly ts.Node[], twins: readonly ts.Node[]): boolean =>
    old.length === twins.length && old.every((each, at) => isTwin(each, twins[at]));
  const isTwin = (old: ts.Node, twin: ts.Node | undefined): boolean => {
    if (old === twin || (twin === body && twin !== undefined)) return true;
    if (old.kind !== twin?.kind) return false;
    again.push([old, twin]);
    return isAlike(childrenOf(old), childrenOf(twin));
  };
  return isAlike(before, now) ? again : undefined;
}

function takePlace([old, now]: Twins): void {
  const [into, from] = [writable(old), writable(now)];
  ts.setTextRange(old, now);
  into.flags = from.flags;
  into.transformFlags = from.transformFlags;
  // A binder writes it only where there is an end, and leaves that of a body that is gone.
  into.endFlowNode = undefined;
  for (const [name, list] of listsOf(now)) {
    const own = into[name];
    if (isNodeArray(own)) ts.setTextRange(own, list);
  }
  into.jsDoc = from.jsDoc;
  for (const comment of from.jsDoc ?? []) writable<ts.Node>(comment).parent = old;
  for (const child of childrenOf(old)) writable(child).parent = old;
}

/** Puts a node where another one is. */
function put(above: ts.Node, there: ts.Node, node: ts.Node): void {
  const into = writable(above);
  for (const [name, value] of Object.entries(into)) if (value === there && name !== 'parent') into[name] = node;
  for (const [, list] of listsOf(above)) {
    const at = list.indexOf(there);
    if (at >= 0) writable(list)[at] = node;
  }
  writable(node).parent = above;
}

function listsOf(node: ts.Node): readonly (readonly [name: string, list: ts.NodeArray<ts.Node>])[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    isNodeArray(value) ? [[name, value] as const] : [],
  );
}

function isNodeArray(value: unknown): value is ts.NodeArray<ts.Node> {
  return Array.isArray(value) && 'pos' in value;
}

/** What a parser writes. */
type Writable<T> = { -readonly [Name in keyof T]: T[Name] } & {
  transformFlags?: unknown;
  endFlowNode?: unknown;
  jsDoc?: readonly ts.JSDoc[] | undefined;
  [child: string]: unknown;
};

/** The compiler keeps to itself that trees can be written. */
function writable<T extends object>(node: T): Writable<T> {
  return node as Writable<T>;
}
