import type { FaultKind, InjectedFault, SimulatedRun } from '../api.ts';
import { faultsOf, type Point } from '../world/operation.ts';
import type { RunResult, UnitTarget } from './run-plan.ts';

/** What decides which faults can make a difference. */
export interface Exposure {
  readonly target: UnitTarget['kind'];
  /** The program asks whether it is still a member of its group. */
  readonly asksForMembership: boolean;
}

/** Every single fault that can make a difference to a run, from its `from`-th point on. */
export function faultsFor(
  { points }: Pick<RunResult, 'points'>,
  exposure: Exposure,
  from = 0,
): readonly InjectedFault[] {
  return points.flatMap((point, index) =>
    index < from
      ? []
      : kindsAt(point, points[index - 1])
          .filter((kind) => isExposed(kind, exposure, [point, points[index + 1]]))
          .map((kind) => ({ point: index, kind })),
  );
}

function isExposed(
  kind: FaultKind,
  { target, asksForMembership }: Exposure,
  [point, next]: readonly [Point, Point | undefined],
): boolean {
  // No partition stands behind a call.
  if (target === 'call') return !kind.startsWith('revoked');
  if (kind !== 'revoked-last' || asksForMembership) return true;
  // A process that goes on without its partition learns of it from a commit, if at all; it stops when the handler ends.
  return point.asMember || point.delivery !== next?.delivery;
}

function kindsAt(point: Point, before: Point | undefined): readonly FaultKind[] {
  // What has only asked leaves nothing behind, so a crash after it is one before it.
  const hasCrash = point.kind !== 'read' || point.concurrent;
  const kinds = faultsOf[point.kind].filter((kind) => hasCrash || kind !== 'crash-after');
  // Otherwise a crash before this point leaves what a crash after the last one left.
  const separate = before === undefined || before.kind === 'opaque' || point.concurrent;
  return separate && point.kind !== 'opaque' ? ['crash-before', ...kinds] : kinds;
}

const untilWhen = ['next-point', 'delivery-ends', 'unit-ends'] as const;

/** The ways to hold back what the program did not wait for. */
export function holdsFor({ detached }: RunResult): readonly NonNullable<SimulatedRun['held']>[] {
  return [...detached].flatMap((operation) => untilWhen.map((until) => ({ operation, until })));
}
