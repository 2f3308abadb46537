import type { FaultKind, InjectedFault, SimulatedRun } from '../api.ts';
import { faultsOf, type Point } from '../world/operation.ts';
import type { RunResult, UnitTarget } from './run-plan.ts';

/** Every single fault that can make a difference to a run, after its `from`-th point. */
export function faultsFor(
  { points }: Pick<RunResult, 'points'>,
  target: UnitTarget['kind'],
  from = 0,
): readonly InjectedFault[] {
  return points.flatMap((point, index) =>
    index < from
      ? []
      : kindsAt(point, points[index - 1])
          // No partition stands behind a call.
          .filter((kind) => target === 'handler' || !kind.startsWith('revoked'))
          .map((kind) => ({ point: index, kind })),
  );
}

function kindsAt(point: Point, before: Point | undefined): readonly FaultKind[] {
  const kinds = faultsOf[point.kind];
  // Otherwise a crash before this point leaves what a crash after the last one left.
  const separate = before === undefined || before.kind === 'opaque' || point.concurrent;
  return separate && point.kind !== 'opaque' ? ['crash-before', ...kinds] : kinds;
}

const untilWhen = ['next-point', 'delivery-ends', 'unit-ends'] as const;

/** The ways to hold back what the program did not wait for. */
export function holdsFor({ detached }: RunResult): readonly NonNullable<SimulatedRun['held']>[] {
  return [...detached].flatMap((operation) => untilWhen.map((until) => ({ operation, until })));
}
