import type ts from 'typescript';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';

/** The name of a node as seen through one chain of callers. */
export function slotOf(knowledge: Knowledge, node: ts.Node, env: Env | undefined): string {
  return `${String(knowledge.envs.idOf(node))}@${String(env?.id ?? 0)}`;
}
