import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { settingTruth } from '../recognize/setting-value.ts';
import type { ConditionTest } from './condition.ts';
import { conditionTest } from './condition-test.ts';

/** What a branch asks; one that asks for settings only goes the way that they say where nobody sets them. */
export function branchTest(
  knowledge: Knowledge,
  condition: ts.Expression,
  env: Env | undefined,
  slots: ReadonlySet<string>,
): ConditionTest {
  const test = conditionTest(knowledge, condition, env, slots);
  if ((test.kind !== 'opaque' && test.kind !== 'slot') || ts.isCaseClause(condition.parent)) return test;
  const truth = settingTruth(knowledge, { node: condition, env });
  return truth === undefined ? test : { kind: 'constant', value: truth };
}
