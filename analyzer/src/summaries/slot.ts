import type ts from 'typescript';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';

/** The name of a call as seen through one chain of callers. */
export function slotOf(knowledge: Knowledge, node: ts.Node, env: Env | undefined): string {
  return `${String(knowledge.envs.idOf(node))}@${String(env?.id ?? 0)}`;
}
