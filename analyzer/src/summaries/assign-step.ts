import type ts from 'typescript';
import type { AssignStep } from '../flow/flow-graph.ts';
import { NOTHING } from '../recognize/answer-truth.ts';
import type { Env } from '../recognize/env.ts';
import { oneOf, type Builder } from './builder.ts';
import { localVariable, numberAfter, truthAfter } from './local-variable.ts';
import type { StepId } from './unit-graph.ts';
import { variableQuestions } from './variable-questions.ts';

/** A variable of this call that somebody will ask for: whether it is truthy, which number or which word it is. */
export function assignStep(
  builder: Builder,
  { name, value }: Pick<AssignStep, 'name' | 'value'>,
  env: Env | undefined,
  to: StepId,
): StepId {
  const { knowledge } = builder;
  const variable = localVariable(knowledge, name, env);
  if (variable === undefined) return to;
  const { slot, kind } = variable;
  if (kind === 'number') {
    return builder.add(name, env, { kind, slot, change: numberAfter(knowledge, value, env), next: to });
  }
  const next = questionsTold(builder, name, value, env, to);
  const told = (truth: boolean): StepId => builder.add(name, env, { kind: 'result', slot, value: truth, next });
  const truth = truthAfter(knowledge, value, env);
  return truth === undefined ? oneOf(builder, name, env, [told(true), told(false)]) : told(truth);
}

function questionsTold(
  builder: Builder,
  name: ts.Identifier,
  value: AssignStep['value'],
  env: Env | undefined,
  to: StepId,
): StepId {
  const given = value === 'nothing' ? NOTHING : typeof value === 'string' ? undefined : value;
  return variableQuestions(builder.knowledge, name, env).reduce((next, { slot, truthOf }) => {
    const truth = given === undefined ? undefined : truthOf(given);
    return builder.add(name, env, { kind: 'result', slot, value: truth, next }, slot);
  }, to);
}
