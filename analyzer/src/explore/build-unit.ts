import type { Edit } from '../facts/edit.ts';
import type { Effect } from '../facts/effect.ts';
import type { Place } from '../facts/place.ts';
import type { Trace, TraceStep } from '../facts/trace.ts';
import type { CommitWithoutOffsets, OffsetCommit, Transaction } from '../facts/transaction.ts';
import type { Claim, JudgedEffect, Unit } from '../facts/unit.ts';

import { auditTransactions, type TransactionAudit } from './audit-transactions.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { applicationOf as applied } from './application.ts';
import { crashTable } from './crash-table.ts';
import { effectOf } from './effect-step.ts';
import { judgeEffects, weakest } from './judge-unit.ts';
import type { Limits } from './judged-runs.ts';
import { describeUnit, type UnitDescription } from './describe-unit.ts';
import { expiryOf } from '../scopes/dedup-window.ts';
import type { EnteredUnit } from '../scopes/enter-unit.ts';
import { isMadeAnew } from '../scopes/made-anew.ts';
import { loopsOf } from './loops.ts';
import { outcomesOf } from './outcomes/outcomes-of.ts';
import { followTransactions } from './transaction-flow.ts';
import { decides } from './guards-for.ts';
import type { UnitModel } from './project.ts';
import { rememberedFailures } from './remembered-failures.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';

export interface BuiltUnit {
  readonly unit: Unit;
  readonly complete: boolean;
}

/** Judges one unit of work and states it as plain facts; with its crash table if it enters the file `tableOf`. */
export function buildUnit(source: EnteredUnit, limits: Limits, tableOf?: string): BuiltUnit {
  const description = describeUnit(source);
  const { delivery, placeOf, transactionalIds } = description;
  const loops = loopsOf(source.graph, delivery.batch);
  const applicationOf: UnitModel['applicationOf'] = (step) => applied(source.knowledge, step);
  const model: UnitModel = {
    ...source,
    delivery,
    loops,
    placeOf,
    applicationOf,
    provenanceOf: ({ condition, env }) => provenanceOf(source.knowledge, { node: condition, env }),
    fencing: fencing(source.graph, transactionalIds),
    anew: begunAnew(source),
    remembered: rememberedFailures(source.knowledge, source.graph),
  };
  const audit = auditTransactions(source.graph, source.conditions);
  const effectOfStep = (step: Step): Effect | undefined => asPerformed(description.effectOf(step), step, audit);
  const describe = { effect: effectOfStep, calls: description.callsTo };
  const { effects, complete } = judgeEffects(model, audit.inside, describe, limits);
  const steps = pathTrace(model);
  const asksAll = limits.verdictsOnly !== true;
  const followed = asksAll ? followTransactions(source.knowledge, model) : undefined;
  const unit: Unit = {
    ...description.identity,
    effects,
    transactions: transactionsOf(model, audit, effects, steps, description),
    offsetCommits: audit.offsetCommits.map((id) => offsetCommit(model, audit, id, effects, description, steps)),
    guards: asksAll ? deciding(model, source.knowledge) : [],
    outcomes: asksAll ? outcomesOf(source, audit, description) : NOT_ASKED,
    claims: claimsOf(model, audit, description.idempotentProduce),
    guarantee: weakest(effects.map(({ verdict }) => verdict.guarantee)),
    ...(followed === undefined ? {} : { transactionFlow: followed.flow }),
    ...(description.functions.some(({ file }) => file === tableOf)
      ? { crashTable: crashTable(model, effects, describe, limits, description.functions) }
      : {}),
  };
  return { unit, complete: complete && audit.complete && followed?.complete !== false && !source.graph.truncated };
}

const NOT_ASKED: Unit['outcomes'] = { swallowed: [], early: [], floating: [], wrongOffsets: [], droppedTails: [] };

/** An id that is not in sight is taken to be a good one: nothing is reported that rests on a guess. */
function fencing({ steps }: UnitModel['graph'], ids: UnitDescription['transactionalIds']): ReadonlySet<StepId> {
  return new Set(steps.flatMap(({ id }) => (ids.get(id)?.stability === 'unstable' ? [] : [id])));
}

function begunAnew({ graph, knowledge }: EnteredUnit): ReadonlySet<StepId> {
  const begins = graph.steps.filter((step) => step.kind === 'control' && step.verb === 'begin');
  return new Set(begins.filter(({ node, env }) => isMadeAnew(knowledge, node, env)).map(({ id }) => id));
}

/** Some producers send in their transaction while one is open, and plainly otherwise. */
function asPerformed(effect: Effect | undefined, step: Step, { inside }: TransactionAudit): Effect | undefined {
  if (effect?.kind !== 'produce' || step.kind !== 'produce' || !step.produce.whenOpen) return effect;
  return { ...effect, transactional: inside.has(step.key) };
}

function deciding(model: UnitModel, knowledge: EnteredUnit['knowledge']): Unit['guards'] {
  const { graph, conditions } = model;
  return guardsThatDecide(model).map((each) => {
    const expiry = each.guard.store === 'durable' ? expiryOf(knowledge, graph, conditions.reach, each) : undefined;
    return expiry === undefined ? each.guard : { ...each.guard, expiry };
  });
}

function guardsThatDecide(model: UnitModel): UnitModel['conditions']['guards'] {
  const effects = model.graph.steps.filter((step) => step.kind === 'write' || step.kind === 'produce');
  return model.conditions.guards.filter((guard) => effects.some((step) => decides(guard, new Set([step.key]))));
}

/** Why the code promises more than at-least-once. */
function claimsOf(model: UnitModel, audit: TransactionAudit, idempotentProduce: Place | undefined): readonly Claim[] {
  const begins = [...audit.begun.values()].flatMap(({ step }): readonly Claim[] => {
    const begin = model.graph.steps[step];
    return begin === undefined ? [] : [{ kind: 'transaction', place: model.placeOf(begin) }];
  });
  const producer: readonly Claim[] =
    idempotentProduce === undefined ? [] : [{ kind: 'idempotent-producer', place: idempotentProduce }];
  // A unique key is no promise of its own.
  const asked = guardsThatDecide(model).filter(
    (guard) => guard.guard.form !== 'constraint' && keepsFromRepeating(model, guard),
  );
  const guards = asked.map(({ guard }): Claim => ({ kind: 'dedup-guard', place: guard.place }));
  return [...begins, ...producer, ...guards];
}

/** Deciding whether its own record is made, a folder for one, is no deduplication. */
function keepsFromRepeating({ graph }: UnitModel, guard: UnitModel['conditions']['guards'][number]): boolean {
  return graph.steps.some(
    (step) => guard.decides.has(step.key) && (effectOf(step)?.repeat === 'count' || !guard.records.has(step.id)),
  );
}

type PathTrace = (path: readonly StepId[], last: StepId, outcome: string) => Trace;

/** A path without a fault as a trace: the steps that move a transaction or an offset. */
function pathTrace(model: UnitModel): PathTrace {
  return (path, last, outcome) => {
    const opening: TraceStep = {
      place: model.delivery.place,
      kind: 'receive',
      message: 'the message is handed to the handler',
    };
    const steps = [...path, last].flatMap((id): readonly TraceStep[] => {
      const step = model.graph.steps[id];
      if (step?.kind === 'produce')
        return [{ place: model.placeOf(step), kind: 'effect', message: `${step.produce.label} runs` }];
      if (step?.kind !== 'control') return [];
      const told = CONTROL[step.verb];
      return told === undefined ? [] : [{ place: model.placeOf(step), ...told }];
    });
    const end = model.graph.steps[last];
    const close: readonly TraceStep[] =
      end === undefined ? [] : [{ place: model.placeOf(end), kind: 'outcome', message: outcome }];
    return [opening, ...distinct(steps), ...close];
  };
}

function distinct(steps: readonly TraceStep[]): readonly TraceStep[] {
  return steps.filter(
    (step, i) =>
      i === 0 || steps[i - 1]?.message !== step.message || steps[i - 1]?.place.start.line !== step.place.start.line,
  );
}

const CONTROL: Partial<Record<string, Pick<TraceStep, 'kind' | 'message'>>> = {
  begin: { kind: 'begin', message: 'a Kafka transaction begins' },
  commit: { kind: 'commit', message: 'the transaction commits' },
  'send-offsets': { kind: 'offset', message: 'the input offset is added to the transaction' },
  'commit-offsets': { kind: 'offset', message: 'the offset is committed, outside the transaction' },
  'commit-offsets-if-necessary': { kind: 'offset', message: 'the offset is committed, outside the transaction' },
};

function transactionsOf(
  model: UnitModel,
  audit: TransactionAudit,
  effects: readonly JudgedEffect[],
  steps: PathTrace,
  { offsetRemedy: remedy, transactionalIds }: Pick<UnitDescription, 'offsetRemedy' | 'transactionalIds'>,
): readonly Transaction[] {
  return [...audit.begun].flatMap(([key, { step, sendsOffsets, commits }]) => {
    const begin = model.graph.steps[step];
    if (begin === undefined) return [];
    const place = model.placeOf(begin);
    const without = audit.withoutOffsets.filter((commit) => commit.begin === key);
    const commitsWithoutOffsets = without.flatMap((commit) =>
      commitWithoutOffsets(model, commit, effects, steps, remedy),
    );
    const transactionalId = transactionalIds.get(step);
    const known = transactionalId === undefined ? {} : { transactionalId };
    return [{ id: key, place, ...known, sendsOffsets, commits, commitsWithoutOffsets }];
  });
}

function commitWithoutOffsets(
  model: UnitModel,
  { commit, path }: TransactionAudit['withoutOffsets'][number],
  effects: readonly JudgedEffect[],
  steps: PathTrace,
  remedy: (id: StepId) => readonly Edit[],
): readonly CommitWithoutOffsets[] {
  const step = model.graph.steps[commit];
  if (step === undefined) return [];
  const place = model.placeOf(step);
  const outcome = 'the output is visible and the offset has not moved: a crash here sends the output again';
  return [{ place, trace: duplicateThrough(effects, place) ?? steps(path, commit, outcome), remedy: remedy(commit) }];
}

/** The shortest run that repeats a transactional output and passes through a place. */
function duplicateThrough(effects: readonly JudgedEffect[], place: Place): Trace | undefined {
  const traces = effects.flatMap(({ effect, verdict }) =>
    effect.kind === 'produce' && effect.transactional
      ? verdict.anomalies.filter(({ kind }) => kind === 'duplicate').map(({ trace }) => trace)
      : [],
  );
  const through = traces.filter((trace) =>
    trace.some(
      (step) => step.place.file === place.file && step.place.start.line === place.start.line && step.kind === 'commit',
    ),
  );
  return through.sort((a, b) => a.length - b.length)[0];
}

function offsetCommit(
  model: UnitModel,
  audit: TransactionAudit,
  id: StepId,
  effects: readonly JudgedEffect[],
  { calleePlace, removalOf }: Pick<UnitDescription, 'calleePlace' | 'removalOf'>,
  steps: PathTrace,
): OffsetCommit {
  const path = audit.beside.get(id);
  const place = calleePlace(id);
  const produces = effects.filter(({ effect }) => effect.kind === 'produce');
  const duplicate = produces.flatMap(({ verdict }) =>
    verdict.anomalies.filter(({ kind }) => kind === 'duplicate').map(({ trace }) => trace),
  )[0];
  const outcome = 'two commits decide where the group goes on, and only one of them belongs to the transaction';
  const trace = path === undefined ? [] : (duplicate ?? steps(path, id, outcome));
  const step = model.graph.steps[id];
  return {
    place,
    label: step?.kind === 'control' ? step.verb : '',
    besideTransaction: path !== undefined,
    trace,
    removal: removalOf(id),
  };
}
