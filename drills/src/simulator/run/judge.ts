import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { SimulatedAnomaly, SimulatedEffect, SimulatedRun } from '../api.ts';
import { timesApplied, type Application, type EffectFacts } from '../world/ledger.ts';
import type { RunResult } from './run-plan.ts';

type AnomalyKind = SimulatedAnomaly['kind'];

/** What a fault-free run applied, and how often: what the runs with a fault are held against. */
export type Expectation = ReadonlyMap<string, { readonly application: Application; readonly times: number }>;

interface Judged {
  readonly facts: EffectFacts;
  transactional: boolean;
  readonly anomalies: Map<AnomalyKind, SimulatedAnomaly>;
}

const anomalyOrder: readonly AnomalyKind[] = ['duplicate', 'lost-write', 'aborted-read', 'stuck'];

/** Collects what all runs of a unit show. */
export class Verdicts {
  private readonly effects = new Map<string, Judged>();

  /** Takes a fault-free run. What none of them performs is not judged. */
  expect({ observations }: RunResult): Expectation {
    const expectation = new Map<string, { readonly application: Application; readonly times: number }>();
    for (const observation of observations.values()) {
      const { application, transactional } = observation;
      const times = timesApplied(observation);
      if (times === 0) continue;
      expectation.set(application.key, { application, times });
      const judged = this.judged(application.effect);
      judged.transactional ||= transactional;
    }
    return expectation;
  }

  judge(run: RunResult, expectation: Expectation): void {
    for (const { application, times: expected } of expectation.values()) {
      const observation = run.observations.get(application.key);
      const times = observation ? timesApplied(observation) : 0;
      if (times > expected) this.add('duplicate', application, run);
      if (times === 0 && run.outcome === 'done' && run.settled) this.add('lost-write', application, run);
      if ((observation?.ghosts ?? 0) > 0 || isTakenBack(application, run)) this.add('aborted-read', application, run);
      if (run.stuckAt.has(application.message)) this.add('stuck', application, run);
    }
  }

  all(): readonly SimulatedEffect[] {
    return [...this.effects.values()].map(effectOf).sort(inOrder);
  }

  private add(kind: AnomalyKind, { effect, message, item }: Application, run: RunResult): void {
    const { anomalies } = this.judged(effect);
    const known = anomalies.get(kind);
    if (known && !tellsMore(run, known.run)) return;
    anomalies.set(kind, { kind, message, item, run: toldOf(run) });
  }

  private judged(facts: EffectFacts): Judged {
    const known = this.effects.get(facts.key);
    if (known) return known;
    const fresh = { facts, transactional: false, anomalies: new Map<AnomalyKind, SimulatedAnomaly>() };
    this.effects.set(facts.key, fresh);
    return fresh;
  }
}

/** The message was in a transaction that its own producer aborted. */
function isTakenBack({ message }: Application, { plan }: RunResult): boolean {
  return plan.messages.some(({ id, aborted }) => id === message && aborted === true);
}

/** A run that comes to an end, then a shorter one. */
function tellsMore(run: RunResult, known: SimulatedRun): boolean {
  if (run.outcome !== known.outcome) return run.outcome === 'done';
  return run.events.length < known.events.length;
}

function toldOf({ plan, outcome, events }: RunResult): SimulatedRun {
  const { fetch, faults, held } = plan;
  return { fetch, faults, outcome, events, ...(held ? { held } : {}) };
}

function effectOf({ facts, transactional, anomalies }: Judged): SimulatedEffect {
  const { key: _, ...described } = facts;
  return {
    ...described,
    transactional,
    guarantee: guaranteeOf(facts.kind === 'produce' && transactional, anomalies),
    anomalies: anomalyOrder.flatMap((kind) => anomalies.get(kind) ?? []),
  };
}

function guaranteeOf(inTransaction: boolean, anomalies: ReadonlyMap<AnomalyKind, unknown>): Guarantee {
  const [duplicate, lost] = [anomalies.has('duplicate'), anomalies.has('lost-write')];
  if (duplicate) return lost ? 'none' : 'at-least-once';
  if (lost) return 'at-most-once';
  return inTransaction ? 'exactly-once' : 'effectively-once';
}

const nowhere = { file: '', line: 0, column: 0 };

function inOrder(a: SimulatedEffect, b: SimulatedEffect): number {
  const [first, second] = [a.site ?? nowhere, b.site ?? nowhere];
  return (
    compareText(first.file, second.file) ||
    first.line - second.line ||
    first.column - second.column ||
    compareText(a.resource, b.resource)
  );
}
