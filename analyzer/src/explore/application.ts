import ts from '../typescript.ts';
import { envOf, type Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Binding, Ref } from '../recognize/value.ts';
import type { Step } from '../summaries/unit-graph.ts';

/**
 * What a step is applied to, as a text: its place, and what the functions around it were given. Which way led there is
 * left out, so that a callback which a wrapper calls again is the same application, and not another one.
 */
export function applicationOf(knowledge: Knowledge, { node, env, key }: Pick<Step, 'node' | 'env' | 'key'>): string {
  const part = key.includes('#') ? key.slice(key.indexOf('#')) : '';
  return `${String(knowledge.envs.idOf(node))}${part}@${given(knowledge, env, 0)}`;
}

/** Deeper than this only the call itself tells two functions apart. */
const DEPTH = 8;

function given(knowledge: Knowledge, env: Env | undefined, depth: number): string {
  if (env === undefined) return '';
  if (depth > DEPTH) return String(env.id);
  const parameters = isFunctionNode(env.fn) ? env.fn.parameters : [];
  const bound = parameters.map((parameter) => boundTo(knowledge, env.bindings.get(parameter), env, depth + 1));
  return `${String(knowledge.envs.idOf(env.fn))}(${bound.join(',')})[${given(knowledge, env.closure, depth + 1)}]`;
}

function boundTo(knowledge: Knowledge, binding: Binding | undefined, env: Env, depth: number): string {
  switch (binding?.kind) {
    case 'argument':
      return argument(knowledge, binding.ref, depth);
    case 'element':
      return `of ${argument(knowledge, binding.of, depth)}`;
    default:
      // What no expression gives may differ with each call.
      return `in ${String(knowledge.envs.idOf(env.call))}`;
  }
}

/** Two arguments that read the same in one call of a function are the same. */
function argument(knowledge: Knowledge, { node, env }: Ref, depth: number): string {
  const value = stripExpression(node);
  const parameter = ts.isIdentifier(value) ? parameterOf(knowledge, value) : undefined;
  const home = parameter === undefined ? undefined : envOf(parameter.parent, env);
  const binding = parameter === undefined ? undefined : home?.bindings.get(parameter);
  if (home !== undefined && binding !== undefined) return boundTo(knowledge, binding, home, depth);
  return `${value.getText()}@${given(knowledge, env, depth)}`;
}

function parameterOf({ checker }: Knowledge, name: ts.Identifier): ts.ParameterDeclaration | undefined {
  const declaration = checker.getSymbolAtLocation(name)?.declarations?.[0];
  const isOwn = declaration !== undefined && ts.isParameter(declaration) && isFunctionNode(declaration.parent);
  return isOwn ? declaration : undefined;
}
