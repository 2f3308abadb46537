import type { Program, SimulatedUnit, SimulationOptions, Workload } from './api.ts';
import { CallSites } from './program/call-site.ts';
import { CompiledProgram } from './program/compiled-program.ts';
import { UnitExploration } from './run/explore-unit.ts';
import { findUnits, type FoundUnit } from './run/find-units.ts';
import type { UnitSetting } from './run/run-plan.ts';
import { tablesOf } from './run/tables.ts';
import { undisturbed } from './run/undisturbed.ts';

/**
 * Executes the program once per fault and fault point, and judges every effect by what the outside world has seen in the
 * end. One unit per handler that the program starts, and per call asked for. Rejects only if the entry is no file.
 */
export async function simulate(
  program: Program,
  workload: Workload,
  options: SimulationOptions = {},
): Promise<readonly SimulatedUnit[]> {
  const compiled = new CompiledProgram(program);
  const setting: Omit<UnitSetting, 'target'> = {
    program: compiled,
    tables: tablesOf(program.files, options.tables ?? {}),
    env: options.env ?? {},
    topics: options.topics ?? [''],
    answer: options.answer ?? {},
    start: options.start,
    downtime: options.downtime ?? Number.POSITIVE_INFINITY,
    sites: options.identify === 'resource' ? undefined : new CallSites(compiled, options.namedOnce),
  };
  return undisturbed(async () => {
    const units: SimulatedUnit[] = [];
    for (const unit of await findUnits(setting, options.calls ?? [])) {
      units.push(await explore(unit, setting, { workload, options }));
    }
    return units;
  });
}

async function explore(
  { target, kind, delivery, name, problem }: FoundUnit,
  setting: Omit<UnitSetting, 'target'>,
  { workload, options }: { readonly workload: Workload; readonly options: SimulationOptions },
): Promise<SimulatedUnit> {
  const unit = { kind, delivery, name };
  if (problem !== undefined || !target) {
    return {
      ...unit,
      effects: [],
      unknownCalls: [],
      stuck: false,
      runs: 1,
      points: 0,
      incomplete: problem ?? 'there is nothing to run',
    };
  }
  const exploration = new UnitExploration({ ...setting, target }, options);
  const fetches = delivery === 'each-batch' ? (['one-by-one', 'together'] as const) : (['one-by-one'] as const);
  return { ...unit, ...(await exploration.explore(workload, fetches)) };
}
