import ts from '../typescript.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { ABSENT } from './property-values.ts';
import { targetSymbol } from './by-symbol.ts';
import type { Value } from './value.ts';
import { stripExpression } from './strip.ts';
import { tagsOfCall } from './tags-of-call.ts';

/**
 * What `map.get(key)` may return: every value that some `map.set(key, value)` of the slice puts into the same variable
 * or field, and the entries it is constructed with. The key is not compared: a table of handlers is one choice.
 */
export function containerValues(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): readonly Value[] {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const tags = tagsOfCall(knowledge, call, env);
  // `has` and `includes` only say yes or no.
  const isLookup = tags.some((tag) => tag.verb === 'check') && !isBoolean(knowledge.checker.getTypeAtLocation(call));
  if (!isLookup) return [];
  const symbol = targetSymbol(callee.expression, knowledge.checker);
  if (symbol === undefined) return [];
  const filled = ['set', 'push', 'add'].flatMap((name) => knowledge.index.methodCallsOn(symbol, name));
  const put = filled.flatMap((fill) => fill.arguments.slice(-1));
  const found = [...put, ...initialEntries(symbol)].flatMap((node) =>
    // What was put in is seen from where it was put in, which is not this call's env.
    knowledge.valuesOf({ node, env: undefined }).filter((value) => value.kind !== 'opaque'),
  );
  // The key may be one under which nothing was put.
  return found.length > 0 ? [...found, ABSENT] : [];
}

function isBoolean(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
}

/** `new Map([[key, value], …])`. */
function initialEntries(symbol: ts.Symbol): readonly ts.Expression[] {
  return (symbol.declarations ?? []).flatMap((declaration) => {
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration)) return [];
    const initializer = declaration.initializer === undefined ? undefined : stripExpression(declaration.initializer);
    if (initializer === undefined || !ts.isNewExpression(initializer)) return [];
    const entries = initializer.arguments?.[0];
    if (entries === undefined || !ts.isArrayLiteralExpression(entries)) return [];
    return entries.elements.flatMap((entry) => (ts.isArrayLiteralExpression(entry) ? entry.elements.slice(1, 2) : []));
  });
}
