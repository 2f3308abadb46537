import ts from '../typescript.ts';
import { isWithin } from '../recognize/spot.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import type { UnitGuard } from './unit-guard.ts';
import { knownAnswer, told, type LiveSlots } from './live-slots.ts';
import { normalSuccessors } from './reach.ts';

/** How a guard decides an effect: by whether there is a record, or by how a comparison of what it says comes out. */
export type Decision = 'presence' | 'fresh-if-true' | 'fresh-if-false';

/**
 * The effects, by step key, that a guard decides once it was asked: a first delivery can reach them, and one whose record
 * is there cannot. A way around the guard, as for a message without an id, decides nothing. Results of helpers are
 * followed as values, so that `if (await isNew(id))` decides as much as the check inside.
 */
export function guardedEffects(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  guard: Pick<UnitGuard, 'asks' | 'branches' | 'throws'>,
  live: LiveSlots,
): ReadonlyMap<string, Decision> {
  const decided = new Map<string, Decision>();
  const compare = (by: Decision, fresh: Answers, recorded: Answers): void => {
    const kept = reachable({ graph, tests, live }, guard, recorded);
    for (const key of reachable({ graph, tests, live }, guard, fresh)) if (!kept.has(key)) decided.set(key, by);
  };
  if (guard.branches.some(({ fresh }) => fresh === 'unknown')) {
    // A field is compared, so the record is there; either side may be that of a first delivery.
    compare('fresh-if-true', { found: true, field: true }, { found: true, field: false });
    compare('fresh-if-false', { found: true, field: false }, { found: true, field: true });
  }
  compare('presence', { found: false, field: undefined }, { found: true, field: undefined });
  return decided;
}

/** What the guard's branches are told: whether there is a record, and how the comparison of its field comes out. */
interface Answers {
  readonly found: boolean;
  readonly field: boolean | undefined;
}

interface Unit {
  readonly graph: UnitGraph;
  readonly tests: ReadonlyMap<StepId, ConditionTest>;
  readonly live: LiveSlots;
}

interface Moment {
  readonly at: StepId;
  readonly slots: bigint;
  /** The guard was asked on the way here, about the same turn of the loops around it. */
  readonly asked: boolean;
  /** A record that is there already was inserted again: the error at hand, and what it has done to the transaction. */
  readonly thrown: 'nothing' | 'violation' | 'another';
  readonly database: 'none' | 'open' | 'aborted';
}

type Way = Omit<Moment, 'asked'>;

const LIMIT = 20_000;

function reachable(
  unit: Unit,
  guard: Pick<UnitGuard, 'asks' | 'branches' | 'throws'>,
  answers: Answers,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const turns = loopsAround(unit.graph, guard.asks);
  const isForgotten = (step: Step, to: StepId): boolean => turns.has(step.id) && isAboutAnother(step, to);
  const pending: Moment[] = [{ ...START, at: unit.graph.entry }];
  for (let moment = pending.pop(); moment !== undefined; moment = pending.pop()) {
    const step = unit.graph.steps[moment.at];
    const key = momentKey(moment);
    if (step === undefined || seen.has(key) || seen.size > LIMIT) continue;
    seen.add(key);
    const known = moment.asked || guard.asks.has(step.id);
    const error = refusedTo(step, moment, guard, answers);
    if (known && error === undefined && isEffect(step)) found.add(step.key);
    for (const way of error === undefined ? after(step, moment, unit, guard, answers) : [error]) {
      const { at, slots } = way;
      pending.push({ ...way, slots: slots & unit.live.maskAt(at), asked: known && !isForgotten(step, at) });
    }
  }
  return found;
}

const START: Omit<Moment, 'at'> = { slots: 0n, asked: false, thrown: 'nothing', database: 'none' };

function momentKey({ at, slots, asked, thrown, database }: Moment): string {
  return [at, slots, asked, thrown, database].map(String).join(' ');
}

/**
 * Where a statement goes that fails because the record is there, or because another one has failed for that in the same
 * transaction: what stands behind the catch runs for a message that was handled, too.
 */
function refusedTo(
  step: Step,
  moment: Moment,
  guard: Pick<UnitGuard, 'asks' | 'throws'>,
  { found }: Answers,
): Way | undefined {
  if (step.kind !== 'write' && step.kind !== 'read') return undefined;
  const isInside = moment.database !== 'none' && (step.kind === 'write' ? step.write : step.read).aborting;
  if (guard.throws && found && guard.asks.has(step.id))
    return { ...moment, at: step.error, thrown: 'violation', database: isInside ? 'aborted' : moment.database };
  return isInside && moment.database === 'aborted' ? { ...moment, at: step.error, thrown: 'another' } : undefined;
}

function isEffect({ kind }: Step): boolean {
  return kind === 'write' || kind === 'produce';
}

/** What was asked in a turn says nothing of the next one, nor behind the loop, unless the loop is there for the answer. */
function isAboutAnother(head: Step, to: StepId): boolean {
  const { node } = head;
  if (!ts.isCallExpression(node) || (head.kind === 'each' && to === head.body)) return true;
  return !ts.isPropertyAccessExpression(node.expression) || !ANSWERING.has(node.expression.name.text);
}

const ANSWERING: ReadonlySet<string> = new Set(['filter', 'find', 'some', 'every']);

/** The heads of the loops that ask in each turn. */
function loopsAround({ steps }: UnitGraph, asks: ReadonlySet<StepId>): ReadonlySet<StepId> {
  const heads = steps.filter(({ kind }) => kind === 'each');
  return new Set(heads.filter((head) => [...asks].some((ask) => isInTurn(steps[ask], head))).map(({ id }) => id));
}

/** In what a loop does in each turn, or in a function that is called from there. */
function isInTurn(step: Step | undefined, { node, env }: Step): boolean {
  return step !== undefined && turnOf(node).some((part) => isWithin(step, { node: part, env }));
}

/** What a loop runs over is evaluated once. */
function turnOf(loop: ts.Node): readonly ts.Node[] {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return [loop.statement];
  return ts.isCallExpression(loop) ? loop.arguments : [loop];
}

function after(
  step: Step,
  moment: Moment,
  unit: Unit,
  guard: Pick<UnitGuard, 'branches'>,
  answers: Answers,
): readonly Way[] {
  const { slots, thrown } = moment;
  if (step.kind === 'result') {
    return [{ ...moment, at: step.next, slots: told(unit.live, slots, step.slot, step.value) }];
  }
  if (step.kind !== 'branch') {
    const database = databaseBehind(step, moment);
    return normalSuccessors(step).map((at) => ({ ...moment, at, database }));
  }
  const test = unit.tests.get(step.id);
  const truth = forced(step.id, guard, answers) ?? askedOfError(test, thrown) ?? knownAnswer(unit.live, slots, test);
  const sides = truth === undefined ? [step.whenTrue, step.whenFalse] : [truth ? step.whenTrue : step.whenFalse];
  return sides.map((at) => ({ ...moment, at }));
}

function databaseBehind(step: Step, { database }: Moment): Moment['database'] {
  if (step.kind !== 'control') return database;
  if (step.verb === 'db-begin') return database === 'none' ? 'open' : database;
  return step.verb === 'db-commit' || step.verb === 'db-rollback' ? 'none' : database;
}

function askedOfError(test: ConditionTest | undefined, thrown: Moment['thrown']): boolean | undefined {
  if (test?.kind !== 'violation' || thrown === 'nothing') return undefined;
  return (thrown === 'violation') === test.positive;
}

function forced(step: StepId, guard: Pick<UnitGuard, 'branches'>, answers: Answers): boolean | undefined {
  const branch = guard.branches.find((b) => b.step === step);
  if (branch === undefined) return undefined;
  if (branch.fresh === 'unknown') return branch.negated === true ? negated(answers.field) : answers.field;
  return (branch.fresh === 'whenTrue') !== answers.found;
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
