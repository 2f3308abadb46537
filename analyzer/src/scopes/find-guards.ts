import type { Guard } from '../facts/guard.ts';
import { spelledOut } from '../recognize/call-arguments.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { saysAnother } from './asked-words.ts';
import { conditionTests } from './condition-tests.ts';
import { isCounted } from './counted-field.ts';
import { expiresElsewhere } from './dedup-window.ts';
import { failedAnswers } from './failed-answers.ts';
import { guardedEffects } from './guarded-effects.ts';
import { liveSlots, type LiveSlots } from './live-slots.ts';
import { isMadeWhereFound } from './made-where-found.ts';
import { memoryGuard, type GuardScope } from './memory-guard.ts';
import { isIn, mayTell, sameResource, setsField, takesRowAsItIs } from './record-match.ts';
import { reachedAround } from './reached-around.ts';
import { reachOf } from './reach.ts';
import { steadyLocals } from './steady-locals.ts';
import { tieRepeated } from './tie-repeated.ts';
import { violationCatches } from './violation-catch.ts';
import { wordRecords, type WordRecord } from './word-guards.ts';
import {
  branchOf,
  ids,
  type Candidate,
  type GuardBranch,
  type Member,
  type UnitConditions,
  type UnitGuard,
} from './unit-guard.ts';

/** What the branches of a unit ask, and which of them ask for an earlier record of the message. */
export function findGuards(
  knowledge: Knowledge,
  graph: UnitGraph,
  unit: Env | undefined,
  effects: readonly string[],
): UnitConditions {
  const tests = conditionTests(knowledge, graph);
  tieRepeated(graph, tests);
  const reach = reachOf(graph, effects);
  const answers = failedAnswers(graph, tests);
  const live = liveSlots(graph, tests, answers);
  const finder = new Finder({ knowledge, graph, unit, reach }, tests, live);
  const guards = [...finder.fromBranches(), ...finder.fromViolations()].map((candidate) =>
    decided(graph, tests, candidate, live),
  );
  return { tests, guards, reach, live, answers, steady: steadyLocals(knowledge, graph) };
}

function decided(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  candidate: Candidate,
  live: LiveSlots,
): UnitGuard {
  const decides = new Map(guardedEffects(graph, tests, candidate, live));
  // A record under a unique key is kept from a second one by itself.
  for (const key of candidate.throws ? reachedAround(graph, candidate.asks) : []) decides.delete(key);
  for (const ask of candidate.throws ? candidate.asks : []) decides.set(graph.steps[ask]?.key ?? '', 'presence');
  // Who took a lock is the one to give it back.
  if (candidate.guard.form === 'claim')
    for (const step of candidate.forgets) decides.delete(graph.steps[step]?.key ?? '');
  return { ...candidate, decides };
}

type WriteStep = Step & { readonly kind: 'write' };
type ReadStep = Step & { readonly kind: 'read' };

class Finder {
  readonly #scope: GuardScope;
  readonly #knowledge: Knowledge;
  readonly #graph: UnitGraph;
  readonly #tests: ReadonlyMap<StepId, ConditionTest>;
  readonly #live: LiveSlots;
  readonly #byKey = new Map<string, Step[]>();
  readonly #violationCatches: ReadonlyMap<string, string>;

  constructor(scope: GuardScope, tests: ReadonlyMap<StepId, ConditionTest>, live: LiveSlots) {
    this.#live = live;
    this.#scope = scope;
    this.#knowledge = scope.knowledge;
    this.#graph = scope.graph;
    this.#tests = tests;
    this.#violationCatches = violationCatches(scope.graph);
    for (const step of scope.graph.steps) {
      const key = step.key.split('#')[0] ?? step.key;
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), step]);
    }
  }

  /** Branches are grouped by what they ask: one guard per question. */
  fromBranches(): readonly Candidate[] {
    const groups = new Map<string, Member[]>();
    for (const step of this.#graph.steps) {
      const test = this.#tests.get(step.id);
      if (step.kind !== 'branch' || test?.kind !== 'source') continue;
      groups.set(test.of, [...(groups.get(test.of) ?? []), { test, step }]);
    }
    return [...groups].flatMap(([of, members]) => this.#guardsOf(of, members));
  }

  #guardsOf(of: string, members: readonly Member[]): readonly Candidate[] {
    const asked = (this.#byKey.get(of) ?? []).filter(
      (step) => step.kind === 'container' || step.kind === 'read' || (step.kind === 'write' && mayTell(step.write)),
    );
    const [first] = asked;
    if (first === undefined) return [];
    const asks = new Set(asked.map((step) => step.id));
    if (first.kind === 'container') return [memoryGuard(this.#scope, first, asks, members) ?? []].flat();
    if (first.kind === 'write') return [this.#claim(first, asks, members)];
    return first.kind === 'read' ? this.#checks(first, asks, members) : [];
  }

  /** One guard for all that is asked of what is read; or one for each word that it is asked for. */
  #checks(first: ReadStep, asks: ReadonlySet<StepId>, members: readonly Member[]): readonly Candidate[] {
    const together = this.#check(first, asks, members);
    const { graph, reach } = this.#scope;
    const [tests, live] = [this.#tests, this.#live];
    const question = { graph, tests, live, reach, asks, writes: this.#writesIn(first) };
    const decided = together && new Set(guardedEffects(graph, tests, together, live).keys());
    const found = first.read.filtered ? undefined : wordRecords(question, members, decided);
    if (found === undefined) return together === undefined ? [] : [together];
    const plain = found.asksPresence ? members.filter(({ test }) => test.via === 'presence') : [];
    const presence = plain.length === 0 ? undefined : this.#check(first, asks, plain);
    const words = found.words.map((each) => this.#wordGuard(first, asks, each, found.words.length + plain.length > 1));
    return presence === undefined ? words : [presence, ...words];
  }

  #wordGuard(
    first: ReadStep,
    asks: ReadonlySet<StepId>,
    { asked: { field, word }, records, replaced, branches }: WordRecord,
    isOneOfSome: boolean,
  ): Candidate {
    return {
      guard: {
        id: isOneOfSome ? `${first.key} ${word}` : first.key,
        store: 'durable',
        form: 'check',
        place: this.#knowledge.slice.placeOf(first.node),
        label: first.read.label,
        records: this.#places(records),
      },
      asks,
      records: ids(records),
      forgets: new Set([...this.#removals(first.read.resource), ...replaced]),
      expires: records.some((step) => this.#expires(step)),
      branches,
      throws: false,
      ...(field === undefined ? {} : { ofRow: true as const }),
    };
  }

  #writesIn({ read }: ReadStep): readonly WriteStep[] {
    return this.#graph.steps.filter(
      (step): step is WriteStep => step.kind === 'write' && !step.write.removes && isIn(read, step.write),
    );
  }

  #claim(first: WriteStep, asks: ReadonlySet<StepId>, members: readonly Member[]): Candidate {
    // What makes it a claim may be an argument that a wrapper only passes on.
    const place = this.#knowledge.slice.placeOf(spelledOut(this.#knowledge, first.node, first.env));
    const { label } = first.write;
    const guard: Guard = { id: first.key, store: 'durable', form: 'claim', place, label, records: [place] };
    const branches = first.write.claims
      ? members.map(branchOf('fresh'))
      : this.#told(first, members).map(({ step }): GuardBranch => ({ step: step.id, fresh: 'unknown' }));
    return {
      ...{ guard, asks, records: asks, forgets: this.#removals(first.write.resource), branches, throws: false },
      expires: this.#expires(first),
    };
  }

  /** An insert that gives back its error has failed where that is thrown on: nothing is skipped there. */
  #told({ write }: WriteStep, members: readonly Member[]): readonly Member[] {
    if (write.silent !== true) return members;
    const { exit } = this.#graph;
    return members.filter(({ test, step }) => {
      const failed = test.positive ? step.whenTrue : step.whenFalse;
      return test.field !== 'error' || this.#scope.reach.reachesNormally(failed, exit);
    });
  }

  /**
   * A read is a guard when the unit writes what it looks for: a record in the same place, and where a field decides, that
   * field. A look-up of anything else is a look-up.
   */
  #check(first: ReadStep, asks: ReadonlySet<StepId>, members: readonly Member[]): Candidate | undefined {
    const writes = this.#writesIn(first);
    const marks = (step: WriteStep, field: string): boolean =>
      setsField(step.write, field) && !isCounted(step.node, field) && !saysAnother(step.node, field, members);
    const answered = first.read.silent === true ? members.filter(({ test }) => test.field !== 'error') : members;
    const telling = answered.filter(
      ({ test: { field } }) => field === undefined || writes.some((step) => marks(step, field)),
    );
    const fields = new Set(telling.flatMap(({ test }) => test.field ?? []));
    if (telling.length === 0) return undefined;
    const isRecord = (step: WriteStep): boolean => {
      if (fields.size > 0) return [...fields].some((field) => marks(step, field));
      // Asked for in one state only, what is found is to be worked on, and then no more.
      return first.read.filtered || !isMadeWhereFound(this.#scope.reach, step, telling);
    };
    // What is only read back behind the write is no question whether it was made before.
    const isAhead = ({ key }: WriteStep): boolean => [...asks].some((ask) => this.#scope.reach.reaches(ask, key));
    const records = writes.filter(isRecord);
    if (!records.some(isAhead)) return undefined;
    const guard: Guard = {
      id: first.key,
      store: 'durable',
      form: 'check',
      place: this.#knowledge.slice.placeOf(first.node),
      label: first.read.label,
      records: this.#places(records),
    };
    // Asked for in one state only, a record that is found may be one that is still to be handled.
    const branches = first.read.filtered
      ? telling.map(({ step }): GuardBranch => ({ step: step.id, fresh: 'unknown' }))
      : telling.map(branchOf('recorded'));
    const expires = records.some((step) => this.#expires(step));
    const forgets = this.#removals(first.read.resource);
    return { guard, asks, records: ids(records), forgets, expires, branches, throws: false };
  }

  /** Inserts under a unique key: the second one throws, into a catch that knows it or out of the unit. */
  fromViolations(): readonly Candidate[] {
    const inserts = this.#graph.steps.filter(
      (step): step is Step & { readonly kind: 'write' } => step.kind === 'write' && this.#throwsWhenRecorded(step),
    );
    const keys = [...new Set(inserts.filter((step) => this.#isMeant(step, inserts)).map((step) => step.key))];
    return keys.flatMap((key) => {
      const steps = inserts.filter((step) => step.key === key);
      const [first] = steps;
      if (first === undefined) return [];
      const asks = ids(steps);
      const place = this.#knowledge.slice.placeOf(first.node);
      const guard: Guard = {
        id: key,
        store: 'durable',
        form: this.#violationCatches.has(key) ? 'claim' : 'constraint',
        place,
        label: first.write.label,
        records: [place],
      };
      const forgets = this.#removals(first.write.resource);
      return [{ guard, asks, records: asks, forgets, expires: this.#expires(first), branches: [], throws: true }];
    });
  }

  /** By itself, or with everything in its place: an index of a collection ends records that say nothing of it. */
  #expires({ write }: WriteStep): boolean {
    return write.expires || expiresElsewhere(this.#knowledge, write);
  }

  /** Of several inserts that lead into one catch it is the keyed ones that the catch looks out for. */
  #isMeant(step: WriteStep, inserts: readonly WriteStep[]): boolean {
    const isKeyed = ({ write }: WriteStep): boolean => write.repeatability.kind === 'keyed';
    const caught = this.#violationCatches.get(step.key);
    return (
      isKeyed(step) || !inserts.some((other) => isKeyed(other) && this.#violationCatches.get(other.key) === caught)
    );
  }

  #throwsWhenRecorded(step: Step & { readonly kind: 'write' }): boolean {
    const { write } = step;
    if (write.category !== 'database' || write.claims || write.silent === true) return false;
    // Only an insert is judged by its key; without a conflict clause the second one throws.
    if (write.repeatability.kind === 'keyed') return true;
    // Where its key comes from may be out of sight: the catch says that there is one.
    const inserts = write.repeatability.kind !== 'idempotent' && !takesRowAsItIs(write);
    return inserts && this.#violationCatches.has(step.key);
  }

  /** The steps that delete from a place. */
  #removals(resource: string | undefined): ReadonlySet<StepId> {
    return ids(
      this.#graph.steps.filter(
        (step) => step.kind === 'write' && step.write.removes && sameResource(step.write.resource, resource),
      ),
    );
  }

  #places(steps: readonly Step[]): readonly Guard['place'][] {
    return steps.map((step) => this.#knowledge.slice.placeOf(step.node));
  }
}
