import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { NOTHING, truthOf } from '../recognize/answer-truth.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { conditionsIn, questionSlot, type Question } from './questions.ts';

/**
 * What the conditions of a function ask of a variable of it, other than whether it is truthy: `state === 'failed'`. Where
 * another function may give it a value as well, nothing can be said.
 */
export function variableQuestions(
  knowledge: Knowledge,
  name: ts.Identifier,
  env: Env | undefined,
): readonly Question[] {
  const symbol = symbolAt(knowledge, name);
  const variable = symbol?.valueDeclaration;
  const home = enclosingFunction(name);
  if (symbol === undefined || variable === undefined || home === undefined || !ts.isVariableDeclaration(variable))
    return [];
  const given = knowledge.index.assignmentsTo(symbol);
  const isOwn = [variable, ...given].every((node) => enclosingFunction(node) === home);
  if (!isOwn || knowledge.index.countsOf(symbol).length > 0) return [];
  const values = [variable.initializer ?? NOTHING, ...given].flatMap(sidesOf);
  return conditionsIn(home).flatMap((condition) => {
    if (ts.isIdentifier(stripExpression(condition)) || !speaksOf(condition, name.text)) return [];
    const truth = (value: ts.Expression): boolean | undefined =>
      truthOf(knowledge, condition, { calls: [], variable, values: [value] });
    if (values.every((value) => truth(value) === undefined)) return [];
    return [{ slot: questionSlot(knowledge, condition, env), truthOf: truth }];
  });
}

/** A case speaks of what its switch is about. */
function speaksOf(condition: ts.Expression, name: string): boolean {
  const asked = ts.isCaseClause(condition.parent) ? condition.parent.parent.parent.expression : condition;
  return someNode(asked, (node) => ts.isIdentifier(node) && node.text === name);
}

function sidesOf(value: ts.Expression): readonly ts.Expression[] {
  const node = stripExpression(value);
  return ts.isConditionalExpression(node) ? [...sidesOf(node.whenTrue), ...sidesOf(node.whenFalse)] : [value];
}
