import type { Program, SimulatedUnit, SimulationOptions, Workload } from './api.ts';

/**
 * Executes the program once per fault and fault point, and judges every effect by what the outside world has seen in the
 * end. One unit per handler that the program starts, and per call asked for. Rejects only if the entry is no file.
 */
export function simulate(
  program: Program,
  workload: Workload,
  options: SimulationOptions = {},
): Promise<readonly SimulatedUnit[]> {
  return Promise.reject(new Error(`not written yet: ${program.entry} ${workload.length} ${options.faults ?? 1}`));
}
