import ts from '../typescript.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { ABSENT } from './property-values.ts';
import { targetSymbol } from './by-symbol.ts';
import type { Ref, Value } from './value.ts';
import { stripExpression } from './strip.ts';
import { fillingEnvs, keysAt, type Keys } from './table-keys.ts';
import { tagsOfCall } from './tags-of-call.ts';

/**
 * What `map.get(key)` may return: every value that some `map.set(key, value)` of the slice puts into the same variable
 * or field, and the entries it is constructed with. Where the key is known, what stands under other keys is left out;
 * else a table of handlers is one choice.
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
  const [key] = call.arguments;
  const asked = key === undefined ? undefined : keysAt(knowledge, { node: key, env });
  const put = putInto(knowledge, symbol, asked);
  const found = put.flatMap((ref) => knowledge.valuesOf(ref).filter((value) => value.kind !== 'opaque'));
  // The key may be one under which nothing was put, and is one where all else is under other keys.
  if (found.length > 0) return [...found, ABSENT];
  return put.length === 0 && putInto(knowledge, symbol, undefined).length > 0 ? [ABSENT] : [];
}

function putInto(knowledge: Knowledge, symbol: ts.Symbol, asked: Keys): readonly Ref[] {
  return [...fills(knowledge, symbol, asked), ...initialEntries(knowledge, symbol, asked)];
}

function isBoolean(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
}

/** What was put in is seen from where it was put in, which is not the env of the look-up. */
function fills(knowledge: Knowledge, symbol: ts.Symbol, asked: Keys): readonly Ref[] {
  return ['set', 'push', 'add']
    .flatMap((name) => knowledge.index.methodCallsOn(symbol, name))
    .flatMap(({ arguments: given }) => {
      const [key] = given;
      const value = given.at(-1);
      if (key === undefined || value === undefined) return [];
      const envs = key === value ? [undefined] : fillingEnvs(knowledge, key, asked);
      return envs.map((env) => ({ node: value, env }));
    });
}

/** `new Map([[key, value], …])`. */
function initialEntries(knowledge: Knowledge, symbol: ts.Symbol, asked: Keys): readonly Ref[] {
  return (symbol.declarations ?? []).flatMap((declaration) => {
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration)) return [];
    const initializer = declaration.initializer === undefined ? undefined : stripExpression(declaration.initializer);
    if (initializer === undefined || !ts.isNewExpression(initializer)) return [];
    const entries = initializer.arguments?.[0];
    if (entries === undefined || !ts.isArrayLiteralExpression(entries)) return [];
    return entries.elements.flatMap((entry) => {
      const [key, node] = ts.isArrayLiteralExpression(entry) ? entry.elements : [];
      if (key === undefined || node === undefined) return [];
      return fillingEnvs(knowledge, key, asked).map((env) => ({ node, env }));
    });
  });
}
