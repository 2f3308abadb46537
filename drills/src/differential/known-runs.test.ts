import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arbitraryProgram } from '../generator/arbitrary-program.ts';
import { costOf } from '../generator/cost.ts';
import { entryOf, printProgram } from '../generator/print-program.ts';
import { statementsIn, type Program } from '../generator/program.ts';
import { variedBy, workloadFor } from '../generator/workload.ts';
import type { SimulatedUnit, SimulationOptions } from '../simulator/api.ts';
import { simulate } from '../simulator/simulate.ts';

function executed(program: Program, options: SimulationOptions): Promise<readonly SimulatedUnit[]> {
  const files = { files: printProgram(program), entry: entryOf(program) };
  return simulate(files, workloadFor(variedBy(program)), options);
}

/** Without the stories themselves, which may be those of another run of the same length. */
function shown(units: readonly SimulatedUnit[]): unknown {
  return units.map(({ effects, stuck, points, incomplete }) => ({
    stuck,
    points,
    incomplete,
    effects: effects.map(({ site, label, guarantee, anomalies }) => ({
      site,
      label,
      guarantee,
      anomalies: anomalies.map(({ kind, message, item, run }) => [kind, message, item, run.outcome, run.events.length]),
    })),
  }));
}

function runsOf(units: readonly SimulatedUnit[]): number {
  return units.reduce((sum, { runs }) => sum + runs, 0);
}

/** Has something that is held back, that expires, or that asks for the partition. */
function isConcerned({ delivery }: Program): boolean {
  return statementsIn(delivery.body).some(
    (one) =>
      one.kind === 'heartbeat' ||
      (one.kind === 'guard' && one.guard === 'redis-expiring') ||
      (one.kind === 'items' && one.form === 'all') ||
      (one.kind === 'effect' && one.form === 'detached'),
  );
}

describe('the runs that are known', () => {
  it('show what all runs together show', async () => {
    const programs = fc.sample(arbitraryProgram(), { seed: 3, numRuns: 400 });
    const concerned = programs.filter((program) => isConcerned(program) && costOf(program) < 400).slice(0, 20);
    let [fewer, all] = [0, 0];
    for (const program of concerned) {
      const [some, every] = [await executed(program, {}), await executed(program, { everyRun: true })];
      assert.deepEqual(shown(some), shown(every), [...printProgram(program).values()].join('\n'));
      fewer += runsOf(some);
      all += runsOf(every);
    }
    assert.ok(fewer < 0.9 * all, `${fewer} of ${all}`);
  });
});
