import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { branchTest } from '../summaries/branch-test.ts';
import { negate, type ConditionTest } from '../summaries/condition.ts';
import { localVariable } from '../summaries/local-variable.ts';
import { questionSlot } from '../summaries/questions.ts';
import type { StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { whetherKept } from './kept-handle.ts';
import type { BranchStep } from './unit-guard.ts';

/** What the branches of a unit ask. */
export function conditionTests(knowledge: Knowledge, graph: UnitGraph): Map<StepId, ConditionTest> {
  const slots = new Set(
    graph.steps.flatMap((step) => (step.kind === 'result' || step.kind === 'number' ? [step.slot] : [])),
  );
  const asked = new Set(graph.steps.map(({ key }) => key.split('#')[0]));
  const tests = new Map<StepId, ConditionTest>();
  for (const step of graph.steps) {
    if (step.kind !== 'branch') continue;
    const test = testOf(knowledge, step, slots);
    // A switch over anything but what was read asks nothing that is remembered.
    const isOther = ts.isCaseClause(step.condition.parent) && test.kind === 'source' && !asked.has(test.of);
    tests.set(step.id, isOther ? { kind: 'opaque', local: false } : test);
  }
  return tests;
}

function testOf(knowledge: Knowledge, step: BranchStep, slots: ReadonlySet<string>): ConditionTest {
  if (step.test === 'rejected') return { kind: 'slot', slot: step.slot, positive: true };
  const read = branchTest(knowledge, step.condition, step.env, slots);
  // A variable that is a constant, once it is given one, may not have been given it yet.
  const test = read.kind === 'constant' ? (flagTest(knowledge, step, slots) ?? read) : read;
  if (step.test === 'nullish') return nullishTest(knowledge, step, test);
  const isOpen = test.kind === 'opaque' || isMembership(step.condition);
  const asked = isOpen ? askedTest(knowledge, step, slots) : undefined;
  return asked ?? (test.kind === 'opaque' ? keptTest(knowledge, step, test) : test);
}

function flagTest(
  knowledge: Knowledge,
  { condition, env }: BranchStep,
  slots: ReadonlySet<string>,
): ConditionTest | undefined {
  const local = ts.isIdentifier(condition) ? localVariable(knowledge, condition, env) : undefined;
  return local?.kind === 'flag' && slots.has(local.slot)
    ? { kind: 'slot', slot: local.slot, positive: true }
    : undefined;
}

/** `'reason' in answer`, which may be a guard in memory as well */
function isMembership(condition: ts.Expression): boolean {
  return ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.InKeyword;
}

/** `this.transaction?.commit()`: a handle of a library that somebody keeps is there when it is used. */
function nullishTest(knowledge: Knowledge, { condition, env }: BranchStep, test: ConditionTest): ConditionTest {
  const isKept =
    test.kind === 'opaque' && knowledge.valuesOf({ node: condition, env }).some(({ kind }) => kind === 'library');
  return isKept ? { kind: 'constant', value: false } : negate(test);
}

/** `if (answer.status === 'reserved')`: functions have told what they answer. */
function askedTest(
  knowledge: Knowledge,
  { condition, env }: BranchStep,
  slots: ReadonlySet<string>,
): ConditionTest | undefined {
  const slot = questionSlot(knowledge, condition, env);
  return slots.has(slot) ? { kind: 'slot', slot, positive: true } : undefined;
}

/** `if (producer) await producer.send(…)`: the same for a handle that its keeper has been given at its start. */
function keptTest(knowledge: Knowledge, { condition, env }: BranchStep, test: ConditionTest): ConditionTest {
  const value = whetherKept(knowledge, condition, env);
  return value === undefined ? test : { kind: 'constant', value };
}
