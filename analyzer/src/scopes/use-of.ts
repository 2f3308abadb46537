import ts from '../typescript.ts';
import type { Written } from '../facts/written.ts';
import { calleeNode, callName } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';

/** The call of another file that leads to a node: who uses the wrapper that it stands in. */
export function useOf(knowledge: Knowledge, node: ts.Node, env: Env | undefined): Written | undefined {
  const home = node.getSourceFile();
  for (let at = env; at !== undefined; at = at.caller) {
    const { call } = at;
    if (!ts.isCallExpression(call) || call.getSourceFile() === home) continue;
    return { place: knowledge.slice.placeOf(calleeNode(call)), text: callName(call) };
  }
  return undefined;
}
