import type { UnitConditions } from '../scopes/unit-guard.ts';
import { answered, knownAnswer, told } from '../scopes/live-slots.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import { asksLocal } from '../summaries/local-variable.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** What every path of a unit does with its Kafka transactions, faults left aside. */
export interface TransactionAudit {
  /** Effects that some path performs while a transaction is open, by step key. */
  readonly inside: ReadonlySet<string>;
  /** Begins, by key, with what becomes of them. */
  readonly begun: ReadonlyMap<
    string,
    { readonly step: StepId; readonly sendsOffsets: boolean; readonly commits: boolean }
  >;
  /** Commits that some path reaches with something sent and no offsets, with the begin and the steps of that path. */
  readonly withoutOffsets: readonly {
    readonly commit: StepId;
    readonly begin: string;
    readonly path: readonly StepId[];
  }[];
  /** Offset commits by hand on a path that also begins a transaction. */
  readonly beside: ReadonlyMap<StepId, readonly StepId[]>;
  /** Offset commits by hand on any path. */
  readonly offsetCommits: readonly StepId[];
  readonly complete: boolean;
}

interface Moment {
  readonly at: StepId;
  /** The key of the begin whose transaction is open. */
  readonly open: string | undefined;
  readonly sent: boolean;
  readonly offsets: boolean;
  /** Whether any transaction was begun on the way here. */
  readonly begun: boolean;
  /** The last commit on the way here, while nothing was begun since. */
  readonly settled: StepId | undefined;
  /** Offset commits by hand on the way here. */
  readonly committed: readonly StepId[];
  /** Whether something threw on the way, since the begin. */
  readonly failed: boolean;
  readonly slots: bigint;
}

interface Visit {
  readonly moment: Moment;
  readonly parent: Visit | undefined;
}

const LIMIT = 60_000;

export function auditTransactions(
  graph: UnitGraph,
  conditions: Pick<UnitConditions, 'tests' | 'live' | 'reach'>,
): TransactionAudit {
  return graph.steps.some(isAudited) ? new Audit(graph, conditions).run() : NOTHING;
}

/** Without any of these no path is any different from another, however many there are. */
function isAudited(step: Step): boolean {
  return step.kind === 'control' && AUDITED.has(step.verb);
}

const AUDITED: ReadonlySet<string> = new Set(['begin', 'commit', 'commit-offsets', 'commit-offsets-if-necessary']);

const NOTHING: TransactionAudit = {
  inside: new Set(),
  begun: new Map(),
  withoutOffsets: [],
  beside: new Map(),
  offsetCommits: [],
  complete: true,
};

class Audit {
  readonly #graph: UnitGraph;
  readonly #conditions: Pick<UnitConditions, 'tests' | 'live' | 'reach'>;
  readonly #inside = new Set<string>();
  readonly #begun = new Map<string, { step: StepId; sendsOffsets: boolean; commits: boolean }>();
  readonly #withoutOffsets = new Map<StepId, { commit: StepId; begin: string; path: readonly StepId[] }>();
  readonly #beside = new Map<StepId, readonly StepId[]>();
  readonly #offsetCommits = new Set<StepId>();
  readonly #tooLate = new Set<StepId>();
  /** The steps that send offsets, by their keys. */
  readonly #offsetKeys: readonly string[];

  constructor(graph: UnitGraph, conditions: Pick<UnitConditions, 'tests' | 'live' | 'reach'>) {
    this.#graph = graph;
    this.#conditions = conditions;
    const sending = graph.steps.filter((step) => step.kind === 'control' && step.verb === 'send-offsets');
    this.#offsetKeys = sending.map(({ key }) => key);
  }

  run(): TransactionAudit {
    const first: Moment = {
      at: this.#graph.entry,
      open: undefined,
      sent: false,
      offsets: false,
      begun: false,
      settled: undefined,
      failed: false,
      committed: [],
      slots: 0n,
    };
    const queue: Visit[] = [{ moment: first, parent: undefined }];
    const seen = new Set([momentKey(first)]);
    let complete = true;
    for (let i = 0; i < queue.length; i += 1) {
      const visit = queue[i];
      const step = visit === undefined ? undefined : this.#graph.steps[visit.moment.at];
      if (visit === undefined || step === undefined) continue;
      for (const next of this.#after(step, visit)) {
        const thrown = 'error' in step && step.error !== step.next && next.at === step.error;
        const moment = {
          ...next,
          failed: (next.failed || thrown) && next.open !== undefined,
          slots: next.slots & this.#conditions.live.maskAt(next.at),
        };
        const key = momentKey(moment);
        if (seen.has(key)) continue;
        if (seen.size >= LIMIT) complete = false;
        else {
          seen.add(key);
          queue.push({ moment, parent: visit });
        }
      }
    }
    return {
      inside: this.#inside,
      begun: this.#begun,
      withoutOffsets: [...this.#withoutOffsets.values()].filter(({ commit }) => !this.#tooLate.has(commit)),
      beside: this.#beside,
      offsetCommits: [...this.#offsetCommits],
      complete,
    };
  }

  #after(step: Step, visit: Visit): readonly Moment[] {
    const { moment } = visit;
    switch (step.kind) {
      case 'write':
        if (moment.open !== undefined) this.#inside.add(step.key);
        return both(moment, step.next, step.error);
      case 'produce':
        return this.#produced(step, moment);
      case 'control':
        return this.#controlled(step, visit);
      case 'result':
        return [{ ...moment, at: step.next, slots: told(this.#conditions.live, moment.slots, step.slot, step.value) }];
      case 'branch':
        return this.#branched(step, moment);
      case 'each':
        return this.#looped(step, moment);
      default:
        return successorsOf(step).map((at) => ({ ...moment, at }));
    }
  }

  #produced(step: Step & { readonly kind: 'produce' }, moment: Moment): readonly Moment[] {
    if (moment.open !== undefined) this.#inside.add(step.key);
    const sent = moment.sent || (step.produce.transactional && moment.open !== undefined);
    return [
      { ...moment, at: step.next, sent },
      { ...moment, at: step.error },
    ];
  }

  #controlled(step: Step & { readonly kind: 'control' }, visit: Visit): readonly Moment[] {
    const { moment } = visit;
    switch (step.verb) {
      case 'begin':
        return this.#begin(step, moment, visit);
      case 'send-offsets':
      case 'escape':
        if (moment.open !== undefined) this.#update(moment.open, { sendsOffsets: true });
        // Too late, but not forgotten: a call on a settled transaction is a mistake of its own.
        else if (moment.settled !== undefined) this.#tooLate.add(moment.settled);
        // Whoever swallows the failure of sendOffsets has another problem than a missing call.
        return both({ ...moment, offsets: true }, step.next, step.error);
      case 'commit':
        return this.#commit(step, moment, visit);
      case 'abort':
        return both({ ...moment, open: undefined, sent: false, offsets: false }, step.next, step.error);
      case 'commit-offsets':
        return this.#committedByHand(step, moment, visit);
      case 'commit-offsets-if-necessary':
        return step.hasArgument ? this.#committedByHand(step, moment, visit) : both(moment, step.next, step.error);
      default:
        return both(moment, step.next, step.error);
    }
  }

  #begin(step: Step & { readonly kind: 'control' }, moment: Moment, visit: Visit): readonly Moment[] {
    this.#update(step.key, { step: step.id });
    for (const commit of moment.committed) this.#note(commit, visit);
    return [
      { ...moment, at: step.next, open: step.key, sent: false, offsets: false, begun: true, settled: undefined },
      { ...moment, at: step.error },
    ];
  }

  #commit(step: Step & { readonly kind: 'control' }, moment: Moment, visit: Visit): readonly Moment[] {
    if (moment.open !== undefined) {
      this.#update(moment.open, { commits: true });
      if (moment.sent && !moment.offsets && !this.#withoutOffsets.has(step.id)) {
        this.#withoutOffsets.set(step.id, { commit: step.id, begin: moment.open, path: pathOf(visit) });
      }
    }
    return both({ ...moment, open: undefined, sent: false, offsets: false, settled: step.id }, step.next, step.error);
  }

  #committedByHand(step: Step & { readonly kind: 'control' }, moment: Moment, visit: Visit): readonly Moment[] {
    this.#offsetCommits.add(step.id);
    if (moment.begun) this.#note(step.id, visit);
    const committed = moment.committed.includes(step.id)
      ? moment.committed
      : [...moment.committed, step.id].slice(0, 6);
    return both({ ...moment, committed }, step.next, step.error);
  }

  #note(commit: StepId, visit: Visit): void {
    if (!this.#beside.has(commit)) this.#beside.set(commit, pathOf(visit));
  }

  #update(begin: string, change: { step?: StepId; sendsOffsets?: boolean; commits?: boolean }): void {
    const known = this.#begun.get(begin) ?? { step: 0, sendsOffsets: false, commits: false };
    this.#begun.set(begin, { ...known, ...change });
  }

  /** Offsets that are sent element by element: where there is no element, there was nothing to send either. */
  #looped({ body, next }: Step & { readonly kind: 'each' }, moment: Moment): readonly Moment[] {
    const { reach } = this.#conditions;
    const inBody = this.#offsetKeys.some((key) => reach.reaches(body, key) && !reach.reaches(next, key));
    const skipped = moment.open !== undefined && inBody;
    return [
      { ...moment, at: body },
      { ...moment, at: next, offsets: moment.offsets || skipped },
    ];
  }

  /** Which of two ways is taken decides whether offsets are sent. */
  #decidesOffsets(one: StepId, other: StepId): boolean {
    const { reach } = this.#conditions;
    return this.#offsetKeys.some((key) => reach.reaches(one, key) !== reach.reaches(other, key));
  }

  #truth(test: ConditionTest, moment: Moment): boolean | undefined {
    if (test.kind === 'active') return (moment.open !== undefined) === test.positive;
    return knownAnswer(this.#conditions.live, moment.slots, test);
  }

  #branched(step: Step & { readonly kind: 'branch' }, moment: Moment): readonly Moment[] {
    const test = this.#conditions.tests.get(step.id) ?? { kind: 'opaque', local: false };
    const known = this.#truth(test, moment);
    // Whether something was sent, and whether offsets are sent, may be one question asked of one variable.
    const linked =
      known === undefined && asksLocal(test) && (moment.failed || this.#decidesOffsets(step.whenTrue, step.whenFalse));
    const after = linked ? { ...moment, offsets: true } : moment;
    if (known !== undefined) return [{ ...moment, at: known ? step.whenTrue : step.whenFalse }];
    return [true, false].map((yes) => ({
      ...after,
      at: yes ? step.whenTrue : step.whenFalse,
      slots: answered(this.#conditions.live, after.slots, test, yes),
    }));
  }
}

function both(moment: Moment, a: StepId, b: StepId): readonly Moment[] {
  return [
    { ...moment, at: a },
    { ...moment, at: b },
  ];
}

function momentKey(moment: Moment): string {
  const { at, open, sent, offsets, begun, settled, failed, committed, slots } = moment;
  return [at, open ?? '', sent, offsets, begun, settled ?? '', failed, committed.join(','), slots].join('|');
}

function pathOf(visit: Visit): readonly StepId[] {
  const path: StepId[] = [];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.parent) path.unshift(at.moment.at);
  return path;
}
