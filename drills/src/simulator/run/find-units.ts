import type { ProgramCall, SimulatedUnit } from '../api.ts';
import { LoadedProgram } from '../program/loaded-program.ts';
import { EffectIndex } from '../world/effect-index.ts';
import { SimulatedProcess } from '../world/simulated-process.ts';
import { World } from '../world/world.ts';
import type { UnitSetting, UnitTarget } from './run-plan.ts';

export interface FoundUnit extends Pick<SimulatedUnit, 'kind' | 'delivery' | 'name'> {
  /** Absent if the program does not start. */
  readonly target?: UnitTarget;
  readonly problem?: string;
}

/** Starts the program once, without feeding it anything, to see which handlers it runs. */
export async function findUnits(
  { program, tables, env, start, answer, topics: otherwise }: Omit<UnitSetting, 'target'>,
  calls: readonly ProgramCall[],
): Promise<readonly FoundUnit[]> {
  const world = new World({
    plan: new Map(),
    effects: new EffectIndex([]),
    tables,
    env,
    answer,
    downtime: 0,
    remakesProducers: false,
  });
  const process = new SimulatedProcess(0, world);
  let problem: string | undefined;
  let started = false;
  startIn(process).then(
    () => {
      started = true;
    },
    (error: unknown) => {
      problem = `the program does not start: ${String(error)}`;
    },
  );
  // Whoever starts a consumer later than that, behind a call that nobody waits for, has not started one yet.
  const isUp = (): boolean => started && process.consumers.length > 0;
  await world.scheduler.drive(() => isUp() || problem !== undefined);
  const handlers = process.consumers.flatMap((consumer, index) => {
    const { delivery, groupId, topics } = consumer;
    const name = `${groupId} <- ${topics.join(', ')}`;
    // A handler may do something else for each of its topics.
    return (topics.length === 0 ? otherwise : topics).map((topic): FoundUnit => ({
      kind: 'handler',
      delivery,
      name,
      target: { kind: 'handler', index, topic },
    }));
  });
  const called = calls.map((call): FoundUnit => {
    return { kind: 'transaction', delivery: 'call', name: call.export, target: { kind: 'call', call } };
  });
  if (problem === undefined) return [...handlers, ...called];
  return [{ kind: 'handler', delivery: 'each-message', name: program.entry, problem }];

  async function startIn(first: SimulatedProcess): Promise<void> {
    await new LoadedProgram(program, first).start(start);
  }
}
