import ts from '../typescript.ts';
import { enterCallback } from './enter-call.ts';
import type { Env } from './env.ts';
import { returnedExpressions } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { sourceOfName } from './single-source.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/** What a function makes of each element, `jobs.map((job) => ({ … }))`; none where a list comes from elsewhere. */
export function mappedElements(knowledge: Knowledge, list: Ref): readonly Ref[] {
  const { node: call, env } = sourceOf(knowledge, list);
  const over = ts.isCallExpression(call) ? mappedList(knowledge, call, env) : undefined;
  const [callback] = ts.isCallExpression(call) ? call.arguments : [];
  if (over === undefined || callback === undefined) return [];
  return knowledge.valuesOf({ node: callback, env }).flatMap((value) => {
    if (value.kind !== 'function') return [];
    const inside = enterCallback(knowledge, value, call, env, [{ kind: 'element', of: { node: over, env } }]);
    return inside === undefined ? [] : returnedExpressions(value.fn).map((node) => ({ node, env: inside }));
  });
}

/** Names stand for names only so often; a variable that is given itself would go on for ever. */
const MAX_NAMES = 8;

function sourceOf(knowledge: Knowledge, { node, env }: Ref): Ref {
  let at: Ref = { node: stripExpression(node), env };
  for (let names = 0; names < MAX_NAMES && ts.isIdentifier(at.node); names += 1) {
    const source = sourceOfName(knowledge, at.node, at.env);
    if (source === undefined) break;
    at = { node: stripExpression(source.node), env: source.env };
  }
  return at;
}

/** The list that a call maps; an untyped receiver has no other method of this name. */
function mappedList(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): ts.Expression | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'map') return undefined;
  const { library, functions } = knowledge.calleesOf(call, env);
  const isPerElement = library.every(({ tags }) => tags.some((tag) => tag.words.includes('each')));
  return functions.length === 0 && isPerElement ? callee.expression : undefined;
}
