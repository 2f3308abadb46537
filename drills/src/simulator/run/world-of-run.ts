import { World } from '../world/world.ts';
import type { RunPlan, UnitSetting } from './run-plan.ts';

/** What a run begins with outside its processes. */
export function worldOf({ sites, tables, env, answer, downtime }: UnitSetting, plan: RunPlan): World {
  return new World({
    plan: new Map(plan.faults.map(({ point, kind }) => [point, kind])),
    held: plan.held,
    yieldAfter: plan.yieldAfter,
    effects: plan.effects,
    tables,
    env,
    answer,
    downtime,
    remakesProducers: plan.remakesProducers,
    siteOfCall: sites ? (effect) => sites.of(effect) : undefined,
  });
}
