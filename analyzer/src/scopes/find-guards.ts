import ts from '../typescript.ts';
import type { Guard } from '../facts/guard.ts';
import type { Env } from '../recognize/env.ts';
import { nameOf } from '../recognize/call-name.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { conditionTest } from '../summaries/condition-test.ts';
import { negate, type ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { containerOf, keyOf, objectOf } from './container.ts';
import { catchOf } from './catch-of.ts';
import { guardedEffects, type Decision } from './guarded-effects.ts';
import { liveSlots, type LiveSlots } from './live-slots.ts';
import { mayTell, sameResource, setsField } from './record-match.ts';
import { reachOf, type Reach } from './reach.ts';
import { tieRepeated } from './tie-repeated.ts';

/** A branch that a guard decides. `fresh` is the side of a first delivery; unknown where a field is compared. */
export interface GuardBranch {
  readonly step: StepId;
  readonly fresh: 'whenTrue' | 'whenFalse' | 'unknown';
}

/** A guard with the steps of the unit that ask it, fill it and obey it. */
export interface UnitGuard {
  readonly guard: Guard;
  /** The steps that ask: a lookup, a read, a claim. */
  readonly asks: ReadonlySet<StepId>;
  /** The steps that record; for a claim, the same. */
  readonly records: ReadonlySet<StepId>;
  readonly branches: readonly GuardBranch[];
  /** A second insert under a unique key throws: the error edge is the other side of the branch. */
  readonly throws: boolean;
  /** The keys of the effects it decides, and how. */
  readonly decides: ReadonlyMap<string, Decision>;
}

type Candidate = Omit<UnitGuard, 'decides'>;

export interface UnitConditions {
  readonly tests: ReadonlyMap<StepId, ConditionTest>;
  readonly guards: readonly UnitGuard[];
  readonly reach: Reach;
  readonly live: LiveSlots;
}

type BranchStep = Step & { readonly kind: 'branch' };

/** What the branches of a unit ask, and which of them ask for an earlier record of the message. */
export function findGuards(
  knowledge: Knowledge,
  graph: UnitGraph,
  unit: Env | undefined,
  effects: readonly string[],
): UnitConditions {
  const slots = new Set(graph.steps.flatMap((step) => (step.kind === 'result' ? [step.slot] : [])));
  const tests = new Map<StepId, ConditionTest>();
  for (const step of graph.steps) {
    if (step.kind !== 'branch') continue;
    const test = conditionTest(knowledge, step.condition, step.env, slots);
    tests.set(step.id, step.test === 'nullish' ? negate(test) : test);
  }
  tieRepeated(graph, tests);
  const reach = reachOf(graph, effects);
  const live = liveSlots(graph, tests);
  const finder = new Finder(knowledge, graph, unit, tests);
  const guards = [...finder.fromBranches(), ...finder.fromViolations()].map((candidate) =>
    decided(graph, tests, candidate, live),
  );
  return { tests, guards, reach, live };
}

function decided(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  candidate: Candidate,
  live: LiveSlots,
): UnitGuard {
  const decides = new Map(guardedEffects(graph, tests, candidate, live));
  // A record under a unique key is kept from a second one by itself.
  for (const ask of candidate.throws ? candidate.asks : []) decides.set(graph.steps[ask]?.key ?? '', 'presence');
  return { ...candidate, decides };
}

class Finder {
  readonly #knowledge: Knowledge;
  readonly #graph: UnitGraph;
  readonly #unit: Env | undefined;
  readonly #tests: ReadonlyMap<StepId, ConditionTest>;
  readonly #byKey = new Map<string, Step[]>();

  constructor(
    knowledge: Knowledge,
    graph: UnitGraph,
    unit: Env | undefined,
    tests: ReadonlyMap<StepId, ConditionTest>,
  ) {
    this.#knowledge = knowledge;
    this.#graph = graph;
    this.#unit = unit;
    this.#tests = tests;
    for (const step of graph.steps) {
      const key = step.key.split('#')[0] ?? step.key;
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), step]);
    }
  }

  /** Branches are grouped by what they ask: one guard per question. */
  fromBranches(): readonly Candidate[] {
    const groups = new Map<string, { test: ConditionTest & { kind: 'source' }; step: BranchStep }[]>();
    for (const step of this.#graph.steps) {
      const test = this.#tests.get(step.id);
      if (step.kind !== 'branch' || test?.kind !== 'source') continue;
      groups.set(test.of, [...(groups.get(test.of) ?? []), { test, step }]);
    }
    return [...groups].flatMap(([of, members]) => this.#guardOf(of, members) ?? []);
  }

  #guardOf(
    of: string,
    members: readonly { readonly test: ConditionTest & { readonly kind: 'source' }; readonly step: BranchStep }[],
  ): Candidate | undefined {
    const asked = (this.#byKey.get(of) ?? []).filter(
      (step) => step.kind === 'container' || step.kind === 'read' || (step.kind === 'write' && mayTell(step.write)),
    );
    const [first] = asked;
    if (first === undefined) return undefined;
    const asks = new Set(asked.map((step) => step.id));
    if (first.kind === 'container') return this.#memoryGuard(first, asks, members);
    if (first.kind === 'write') return this.#claim(first, asks, members);
    return first.kind === 'read' ? this.#check(first, asks, members) : undefined;
  }

  #memoryGuard(
    first: Step & { readonly kind: 'container' },
    asks: ReadonlySet<StepId>,
    members: readonly { readonly test: ConditionTest & { readonly kind: 'source' }; readonly step: BranchStep }[],
  ): Candidate | undefined {
    const container = containerOf(this.#knowledge, first, this.#unit);
    if (container === undefined || container.perCall || !this.#isOfMessage(first)) return undefined;
    const changes = this.#graph.steps.filter(
      (step): step is Step & { readonly kind: 'container' } =>
        step.kind === 'container' &&
        step.container.verb !== 'check' &&
        this.#isOfMessage(step) &&
        containerOf(this.#knowledge, step, this.#unit)?.symbol === container.symbol,
    );
    const records = changes.filter((step) => step.container.verb === 'fill');
    if (records.length === 0 || this.#isLock(records, changes)) return undefined;
    const usable = members.filter(({ test }) => test.via !== 'field');
    if (usable.length === 0) return undefined;
    const guard: Guard = {
      id: first.key,
      store: 'memory',
      form: 'check',
      place: this.#lookupPlace(first),
      label: labelOf(first),
      records: this.#places(records),
    };
    return { guard, asks, records: ids(records), branches: usable.map(branchOf('recorded')), throws: false };
  }

  /** Taken out again on the way that succeeds: it keeps two calls apart, not two deliveries. */
  #isLock(records: readonly Step[], changes: readonly (Step & { readonly kind: 'container' })[]): boolean {
    const forgets = changes.filter((step) => step.container.verb === 'forget');
    const reach = reachOf(this.#graph, []);
    return records.some((record) => forgets.some((forget) => reach.reachesNormally(record.id, forget.id)));
  }

  #isOfMessage(step: Step & { readonly kind: 'container' }): boolean {
    const key = keyOf(step);
    return key !== undefined && provenanceOf(this.#knowledge, key).message;
  }

  #lookupPlace(step: Step): Guard['place'] {
    const { node } = step;
    return this.#knowledge.slice.placeOf(ts.isCallExpression(node) ? node.expression : node);
  }

  #claim(
    first: Step & { readonly kind: 'write' },
    asks: ReadonlySet<StepId>,
    members: readonly { readonly test: ConditionTest & { readonly kind: 'source' }; readonly step: BranchStep }[],
  ): Candidate {
    const guard: Guard = {
      id: first.key,
      store: 'durable',
      form: 'claim',
      place: this.#knowledge.slice.placeOf(first.node),
      label: first.write.label,
      records: [this.#knowledge.slice.placeOf(first.node)],
    };
    const branches = first.write.claims
      ? members.map(branchOf('fresh'))
      : members.map(({ step }): GuardBranch => ({ step: step.id, fresh: 'unknown' }));
    return { guard, asks, records: asks, branches, throws: false };
  }

  /**
   * A read is a guard when the unit writes what it looks for: a record in the same place, and where a field decides, that
   * field. A look-up of anything else is a look-up.
   */
  #check(
    first: Step & { readonly kind: 'read' },
    asks: ReadonlySet<StepId>,
    members: readonly { readonly test: ConditionTest & { readonly kind: 'source' }; readonly step: BranchStep }[],
  ): Candidate | undefined {
    const writes = this.#graph.steps.filter(
      (step): step is Step & { readonly kind: 'write' } =>
        step.kind === 'write' && sameResource(step.write.resource, first.read.resource),
    );
    const telling = members.filter(
      ({ test }) => test.field === undefined || writes.some((step) => setsField(step.write, test.field)),
    );
    const fields = new Set(telling.flatMap(({ test }) => test.field ?? []));
    const records =
      fields.size === 0 ? writes : writes.filter((step) => [...fields].some((field) => setsField(step.write, field)));
    if (records.length === 0 || telling.length === 0) return undefined;
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
    return { guard, asks, records: ids(records), branches, throws: false };
  }

  /** Inserts under a unique key: the second one throws, into a catch that knows it or out of the unit. */
  fromViolations(): readonly Candidate[] {
    const inserts = this.#graph.steps.filter(
      (step): step is Step & { readonly kind: 'write' } => step.kind === 'write' && this.#throwsWhenRecorded(step),
    );
    const keys = [...new Set(inserts.map((step) => step.key))];
    return keys.flatMap((key) => {
      const steps = inserts.filter((step) => step.key === key);
      const [first] = steps;
      if (first === undefined) return [];
      const asks = ids(steps);
      const place = this.#knowledge.slice.placeOf(first.node);
      const caught = catchOf(this.#graph, first.error);
      const isClaim = caught?.kind === 'catch' && caught.uniqueViolation;
      const guard: Guard = {
        id: key,
        store: 'durable',
        form: isClaim ? 'claim' : 'constraint',
        place,
        label: first.write.label,
        records: [place],
      };
      return [{ guard, asks, records: asks, branches: [], throws: true }];
    });
  }

  #throwsWhenRecorded(step: Step & { readonly kind: 'write' }): boolean {
    const { write } = step;
    if (write.category !== 'database' || write.claims) return false;
    // Only an insert is judged by its key; without a conflict clause the second one throws.
    if (write.repeatability.kind === 'keyed') return true;
    const caught = catchOf(this.#graph, step.error);
    const inserts = write.repeatability.kind === 'non-idempotent' && !/^(UPDATE|DELETE|MERGE)/.test(write.label);
    return inserts && caught?.kind === 'catch' && caught.uniqueViolation;
  }

  #places(steps: readonly Step[]): readonly Guard['place'][] {
    return steps.map((step) => this.#knowledge.slice.placeOf(step.node));
  }
}

function ids(steps: readonly Step[]): ReadonlySet<StepId> {
  return new Set(steps.map((step) => step.id));
}

/** Which side of a branch is that of a first delivery, when a yes means `positive`. */
function branchOf(positive: 'recorded' | 'fresh') {
  return ({
    test,
    step,
  }: {
    readonly test: ConditionTest & { readonly kind: 'source' };
    readonly step: BranchStep;
  }): GuardBranch => {
    if (test.via !== 'presence') return { step: step.id, fresh: 'unknown' };
    const yesIsFresh = positive === 'fresh';
    return { step: step.id, fresh: test.positive === yesIsFresh ? 'whenTrue' : 'whenFalse' };
  };
}

function labelOf(step: Step & { readonly kind: 'container' }): string {
  const object = objectOf(step);
  return object === undefined ? 'the collection' : nameOf(object);
}
