import ts from '../typescript.ts';
import { callName } from '../recognize/call-name.ts';
import type { Step } from './unit-graph.ts';

/** What a reader calls a step. */
export function stepName(step: Step): string {
  if (step.kind === 'write') return step.write.label;
  if (step.kind === 'produce') return step.produce.label;
  return ts.isCallExpression(step.node) ? callName(step.node) : step.node.getText();
}
