import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Binding } from '../recognize/value.ts';
import type { Step } from '../summaries/unit-graph.ts';

/**
 * What a step is applied to, as a text: its place, and what the functions around it were given. Which way led there is
 * left out, so that a callback which a wrapper calls again is the same application, and not another one.
 */
export function applicationOf(knowledge: Knowledge, { node, env }: Pick<Step, 'node' | 'env'>): string {
  return `${knowledge.envs.idOf(node)}@${given(knowledge, env)}`;
}

function given(knowledge: Knowledge, env: Env | undefined): string {
  if (env === undefined) return '';
  const bound = env.fn.parameters.map((parameter) => boundTo(knowledge, env.bindings.get(parameter), env));
  return `${knowledge.envs.idOf(env.fn)}(${bound.join(',')})[${given(knowledge, env.closure)}]`;
}

function boundTo(knowledge: Knowledge, binding: Binding | undefined, env: Env): string {
  switch (binding?.kind) {
    case 'argument':
      return applicationOf(knowledge, binding.ref);
    case 'element':
      return `of ${applicationOf(knowledge, binding.of)}`;
    default:
      // What no expression gives may differ with each call.
      return `in ${knowledge.envs.idOf(env.call)}`;
  }
}
