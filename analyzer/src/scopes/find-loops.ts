import ts from '../typescript.ts';
import { deliveryOf, type Delivery } from '../recognize/delivery-of.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { LibraryValue } from '../recognize/value.ts';
import { consumeTag } from './consume-tag.ts';
import { creationsBehind, creationsOf, type Creation } from './creations.ts';
import type { Entry } from './entry.ts';
import { autoCommitAt, type OptionsCall } from './find-auto-commit.ts';
import { contextsOf } from './find-contexts.ts';
import { usesOf } from './uses-of.ts';

/** A loop that is handed messages: `for await (const message of stream)`. */
export function streamEntries(knowledge: Knowledge, loop: ts.ForOfStatement): readonly Entry[] {
  return contextsOf(knowledge, loop).flatMap((env) =>
    knowledge
      .valuesOf({ node: loop.expression, env })
      .flatMap((value) => (value.kind === 'library' ? streamLoop(knowledge, loop, env, value) : [])),
  );
}

function streamLoop(
  knowledge: Knowledge,
  loop: ts.ForOfStatement,
  env: Env | undefined,
  stream: LibraryValue,
): readonly Entry[] {
  const delivery = deliveryOf(knowledge, stream.type);
  const library = delivery && libraryOf(knowledge, delivery);
  if (delivery === undefined || library === undefined) return [];
  const { origin } = stream;
  const start: OptionsCall | undefined = ts.isCallExpression(origin) ? { call: origin, env: stream.env } : undefined;
  const creations = creationsOf(knowledge, { node: loop.expression, env });
  return [loopEntry(loop, env, delivery.kind, library, autoCommitAt(knowledge, start, creations), creations)];
}

function libraryOf(knowledge: Knowledge, { declaration }: Delivery): LibraryCall | undefined {
  const stub = knowledge.slice.stubOf(declaration.getSourceFile());
  return stub && { declaration, stub, tags: tagsOf(declaration) };
}

/**
 * `while (running) { for (const message of await pull(20)) … }`, where `pull` is a function around the library's fetch
 * with a callback: one turn of the loop handles what it fetched.
 */
export function fetchEntries(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly Entry[] {
  const { library: callees } = knowledge.calleesOf(call, undefined);
  const library = callees.find((each) => consumeTag(knowledge, each, call, undefined) !== undefined);
  if (library === undefined) return [];
  const ways = contextsOf(knowledge, call);
  return loopsAroundFetch(knowledge, call).flatMap((loop) => {
    const within = ways.filter((env) => isThrough(loop, env));
    const creations = (within.length > 0 ? within : ways).flatMap((env) => creationsBehind(knowledge, call, env));
    const autoCommit = autoCommitAt(knowledge, undefined, creations);
    return contextsOf(knowledge, loop).map((env) => loopEntry(loop, env, 'each-batch', library, autoCommit, creations));
  });
}

/** Whether a chain of calls begins somewhere in the loop. */
function isThrough(loop: ts.IterationStatement, env: Env | undefined): boolean {
  for (let at = env; at !== undefined; at = at.caller) {
    if (ts.findAncestor(at.call, (node) => node === loop) !== undefined) return true;
  }
  return false;
}

/** The loops that wait for what a fetch with a callback gives; none where the callback itself is the handler. */
export function loopsAroundFetch(knowledge: Knowledge, call: ts.Node): readonly ts.IterationStatement[] {
  return isInExecutor(knowledge, call) ? [...loopsAround(knowledge, call, CLIMB, new Set())] : [];
}

const CLIMB = 5;

/** Whether a call stands in a function that a promise is made with: then others wait for what it fetches. */
function isInExecutor(knowledge: Knowledge, call: ts.Node): boolean {
  const fn = enclosingFunction(call);
  return (
    fn !== undefined && ts.isNewExpression(fn.parent) && knowledge.calleesOf(fn.parent, undefined).library.length > 0
  );
}

/** From a call outwards and up through the callers, the first loops that repeat it. */
function loopsAround(
  knowledge: Knowledge,
  node: ts.Node,
  depth: number,
  seen: Set<ts.Node>,
): ReadonlySet<ts.IterationStatement> {
  for (let at = node; !isFunctionNode(at); at = at.parent) {
    if (ts.isSourceFile(at.parent)) return new Set();
    if (ts.isIterationStatement(at.parent, false) && repeats(at.parent, at)) return new Set([at.parent]);
    if (isFunctionNode(at.parent)) return loopsAroundFunction(knowledge, at.parent, depth, seen);
  }
  return loopsAroundFunction(knowledge, node, depth, seen);
}

/** What a `for` begins with, and what it runs over, is evaluated once. */
function repeats(loop: ts.IterationStatement, part: ts.Node): boolean {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return part === loop.statement;
  return !ts.isForStatement(loop) || part !== loop.initializer;
}

function loopsAroundFunction(
  knowledge: Knowledge,
  fn: ts.Node,
  depth: number,
  seen: Set<ts.Node>,
): ReadonlySet<ts.IterationStatement> {
  if (depth === 0 || seen.has(fn)) return new Set();
  seen.add(fn);
  return new Set(usesOf(knowledge, fn).flatMap((user) => [...loopsAround(knowledge, user, depth - 1, seen)]));
}

function loopEntry(
  loop: ts.IterationStatement,
  env: Env | undefined,
  delivery: Delivery['kind'],
  library: LibraryCall,
  autoCommit: Entry['autoCommit'],
  creations: readonly Creation[],
): Entry {
  const consumers = creations.map(({ call }) => call);
  return {
    kind: 'handler',
    delivery,
    fn: { kind: 'turn', fn: loop },
    caller: env,
    parameters: [],
    library,
    autoCommit,
    autoResolve: true,
    consumers,
    creations,
  };
}
