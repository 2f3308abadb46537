import type { CallSite, SimulatedEffect } from '../api.ts';

export type EffectFacts = Pick<SimulatedEffect, 'kind' | 'role' | 'category' | 'resource' | 'label'> & {
  readonly key: string;
  readonly site?: CallSite;
};

/** One effect for one message and one part of it: what must be there exactly once in the end. */
export interface Application {
  readonly key: string;
  readonly effect: EffectFacts;
  readonly message: string;
  readonly item: string;
}

/** What the outside world holds of an application. */
export interface Observation {
  readonly application: Application;
  /** Applications that add up. */
  times: number;
  /** End states of those that replace each other: as many as there are different ones. */
  readonly states: Set<string>;
  /** Records of aborted transactions, which readers of uncommitted records have seen. */
  ghosts: number;
  transactional: boolean;
}

/** The outside world's account of a run. */
export class Ledger {
  private readonly observations = new Map<string, Observation>();

  /** Applied once more; or, where there is a state, applied so that the state is the one that holds. */
  apply(applications: readonly Application[], state?: string): void {
    for (const application of applications) {
      const observation = this.observationOf(application);
      if (state === undefined) observation.times += 1;
      else observation.states.add(state);
    }
  }

  output(
    applications: readonly Application[],
    record: { readonly visible: boolean; readonly transactional: boolean },
  ): void {
    for (const application of applications) {
      const observation = this.observationOf(application);
      if (record.visible) observation.times += 1;
      else observation.ghosts += 1;
      if (record.transactional) observation.transactional = true;
    }
  }

  all(): ReadonlyMap<string, Observation> {
    return this.observations;
  }

  private observationOf(application: Application): Observation {
    const known = this.observations.get(application.key);
    if (known) return known;
    const fresh = { application, times: 0, states: new Set<string>(), ghosts: 0, transactional: false };
    this.observations.set(application.key, fresh);
    return fresh;
  }
}

export function timesApplied({ times, states }: Observation): number {
  return times + states.size;
}
