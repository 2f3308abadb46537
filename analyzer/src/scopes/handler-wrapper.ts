import ts from '../typescript.ts';
import type { ModuleMember } from '../facts/delivery.ts';
import type { Env } from '../recognize/env.ts';
import { initialOf } from '../recognize/initial-value.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { stripExpression } from '../recognize/strip.ts';
import { pathsOf } from '../recognize/tag.ts';
import { consumeTag } from './consume-tag.ts';
import { moduleBehind } from './module-behind.ts';

/** `consumer.run({ eachMessage: withTracing(handle) })`: the function of a package that is given the handler first. */
export function handlerWrapper(
  knowledge: Knowledge,
  call: ts.CallExpression,
  env: Env | undefined,
): ModuleMember | undefined {
  const [library] = knowledge.calleesOf(call, env).library;
  const tag = library && consumeTag(knowledge, library, call, env);
  if (tag === undefined) return undefined;
  const paths = (['each-message', 'each-batch'] as const).flatMap((delivery) => pathsOf(tag, delivery));
  for (const ref of paths.flatMap((path) => refsAt(knowledge, call, path, env).refs)) {
    const wrap = initialOf(knowledge, stripExpression(ref.node));
    const [handler] = ts.isCallExpression(wrap) ? wrap.arguments : [];
    if (!ts.isCallExpression(wrap) || handler === undefined) continue;
    const isHandler = knowledge.valuesOf({ node: handler, env: ref.env }).some(({ kind }) => kind === 'function');
    const from = isHandler ? moduleBehind(knowledge, wrap.expression) : undefined;
    if (from !== undefined) return from;
  }
  return undefined;
}
