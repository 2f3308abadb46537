import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { provenanceOf } from '../../recognize/stability.ts';
import type { Step } from '../../summaries/unit-graph.ts';

/**
 * Whether a step of a catch keeps the message for later: a produce or a durable write that may say which message it was,
 * or a call of something out of sight that is handed it and waited for.
 */
export function routesMessage(knowledge: Knowledge, step: Step): boolean {
  switch (step.kind) {
    case 'produce':
      return true;
    case 'write':
      return step.write.category !== 'person' && mayNameMessage(knowledge, step);
    case 'opaque':
      return isWaitedFor(step.node) && mayNameMessage(knowledge, step);
    default:
      return false;
  }
}

/** Unless all that it is given is the same for every message. */
function mayNameMessage(knowledge: Knowledge, { node, env }: Step): boolean {
  const given = givenTo(node);
  return (
    given.length === 0 ||
    given.some((argument) => {
      const { stability, message } = provenanceOf(knowledge, { node: argument, env });
      return message || stability === 'unknown' || stability === 'stable';
    })
  );
}

function givenTo(node: ts.Node): readonly ts.Expression[] {
  if (ts.isCallExpression(node)) return node.arguments;
  if (ts.isNewExpression(node)) return node.arguments ?? [];
  if (!ts.isTaggedTemplateExpression(node) || !ts.isTemplateExpression(node.template)) return [];
  return node.template.templateSpans.map((span) => span.expression);
}

function isWaitedFor(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { parent } = node;
  if (ts.isAwaitExpression(parent)) return true;
  return (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) && !isLogged(node);
}

const LEVELS = new Set(['trace', 'debug', 'verbose', 'log', 'info', 'warn', 'error', 'fatal']);

/** `.catch((error) => logger.error(error))` returns what a logger returns, and means nothing by it. */
function isLogged({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && LEVELS.has(expression.name.text);
}
