import ts from '../typescript.ts';
import { nodesIn } from '../program/nodes-in.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { Spot } from '../recognize/spot.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import { creationsBehind } from '../scopes/creations.ts';
import { handleName, outermost } from '../scopes/handle-name.ts';

/**
 * A handle that is thrown away, or given a name and used for nothing but its methods, can be settled by nobody else, as
 * long as no function that somebody else may call settles it.
 */
export function isDiscardedForGood({ checker, consulted }: Knowledge, { node }: Spot): boolean {
  if (ts.isExpressionStatement(outermost(node).parent)) return true;
  const name = handleName(node);
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  if (name === undefined || symbol === undefined) return false;
  const own = enclosingFunction(name);
  const isNamed = (at: ts.Node): at is ts.Identifier => ts.isIdentifier(at) && at.text === name.text;
  consulted.noteFile(name.getSourceFile());
  return nodesIn(name.getSourceFile(), isNamed).every((use) => {
    if (use === name || checker.getSymbolAtLocation(use) !== symbol) return true;
    if (!ts.isPropertyAccessExpression(use.parent)) return false;
    return enclosingFunction(use) === own || !isSettling(checker, use.parent);
  });
}

function isSettling(checker: Knowledge['checker'], { name }: ts.PropertyAccessExpression): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return declarations.flatMap(tagsOf).some(({ verb }) => verb === 'commit' || verb === 'abort');
}

/** `producer.commit()`, where the producer has no such method: that is the mistake, and not what follows from it. */
export function isSettledOtherwise(knowledge: Knowledge, begin: Spot): boolean {
  if (!ts.isCallExpression(begin.node) || !ts.isExpressionStatement(outermost(begin.node).parent)) return false;
  const own = new Set(creationsBehind(knowledge, begin.node, begin.env).map(({ call }) => call));
  const calls = ['commit', 'abort'].flatMap((name) => knowledge.index.callsNamed(name));
  return calls.some(
    (call) =>
      knowledge.calleesOf(call, undefined).library.length === 0 &&
      (own.size === 0 || creationsBehind(knowledge, call, undefined).some((creation) => own.has(creation.call))),
  );
}
