import ts from '../typescript.ts';

/** A node of the tree before, and what the parser has made in its place. */
type Twins = readonly [old: ts.Node, now: ts.Node];

/**
 * Puts a body into the tree that it was typed in: everything around it stays the very same object, at the place where it
 * stands now, and takes the place of what the parser has made again. False, and nothing is done, where the trees differ in
 * more than that body.
 */
export function graft(before: ts.SourceFile, now: ts.SourceFile, body: ts.Block): boolean {
  const again: Twins[] = [];
  if (!follow(before.statements, now.statements, body, again)) return false;
  const statements = before.statements.slice();
  for (const twins of again) takePlace(twins, body, before);
  const places = writable(now.statements);
  statements.forEach((statement, at) => {
    places[at] = statement;
    writable(statement).parent = now;
  });
  return true;
}

/** Notes what was made again, outermost first. */
function follow(before: readonly ts.Node[], now: readonly ts.Node[], body: ts.Block, again: Twins[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((node, at) => {
    const old = before[at];
    if (old === undefined || old.kind !== node.kind) return false;
    if (old === node || node === body) return true;
    again.push([old, node]);
    return follow(childrenOf(old), childrenOf(node), body, again);
  });
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

function takePlace([old, now]: Twins, body: ts.Block, gone: ts.SourceFile): void {
  const [into, from] = [writable(old), writable(now)];
  ts.setTextRange(old, now);
  into.flags = from.flags;
  into.transformFlags = from.transformFlags;
  for (const [name, value] of Object.entries(from)) {
    const own = into[name];
    if (isNodeArray(value) && isNodeArray(own)) ts.setTextRange(own, value);
    if (value !== body) continue;
    into[name] = body;
    // Whatever still holds on to what was there sees that it is there no more.
    if (isNode(own)) writable(own).parent = gone;
  }
  into.jsDoc = from.jsDoc;
  for (const comment of from.jsDoc ?? []) writable<ts.Node>(comment).parent = old;
  for (const child of childrenOf(old)) writable(child).parent = old;
}

/** What a parser writes. */
type Writable<T> = { -readonly [Name in keyof T]: T[Name] } & {
  transformFlags?: unknown;
  jsDoc?: readonly ts.JSDoc[] | undefined;
  [child: string]: unknown;
};

/** The compiler keeps to itself that trees can be written. */
function writable<T extends object>(node: T): Writable<T> {
  return node as Writable<T>;
}

function isNodeArray(value: unknown): value is ts.NodeArray<ts.Node> {
  return Array.isArray(value) && 'pos' in value;
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
