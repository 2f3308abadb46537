import type { FaultKind, InjectedFault, SimulatedRun } from '../api.ts';
import { faultsOf, type Point } from '../world/operation.ts';
import type { RunResult, UnitTarget } from './run-plan.ts';

/** Every single fault that can make a difference to a run, from its `from`-th point on. No partition stands behind a call. */
export function faultsFor(
  { points, membershipAsked }: Pick<RunResult, 'points' | 'membershipAsked'>,
  target: UnitTarget['kind'],
  { from = 0, disturbances = false }: { readonly from?: number; readonly disturbances?: boolean } = {},
): readonly InjectedFault[] {
  return points.flatMap((point, index) =>
    index < from
      ? []
      : [...kindsAt(point, points[index - 1]), ...(disturbances ? disturbancesAt(point, target) : [])]
          .filter((kind) => target === 'handler' || !kind.startsWith('revoked'))
          .filter((kind) => isNoticed(kind, { point, next: points[index + 1], asks: membershipAsked.has(index + 1) }))
          .map((kind) => ({ point: index, kind })),
  );
}

interface Moment {
  readonly point: Point;
  readonly next: Point | undefined;
  /** Whether the process asks for its partition in between. */
  readonly asks: boolean;
}

/**
 * A process that goes on without its partition learns of it from a commit, or when it asks; it stops when the handler ends.
 * Before that, it makes no difference at which point it was lost, unless that was a commit: before it, it is refused.
 */
function isNoticed(kind: FaultKind, { point, next, asks }: Moment): boolean {
  if (kind === 'revoked-after') return point.asMember && asks;
  return kind !== 'revoked-last' || point.asMember || asks || point.delivery !== next?.delivery;
}

function kindsAt(point: Point, before: Point | undefined): readonly FaultKind[] {
  // What has only asked leaves nothing behind, so a crash after it is one before it.
  const hasCrash = point.kind !== 'read' || point.concurrent;
  const kinds = faultsOf[point.kind].filter((kind) => hasCrash || kind !== 'crash-after');
  // Otherwise a crash before this point leaves what a crash after the last one left.
  const separate = before === undefined || CHANGES_NOTHING.has(before.kind) || point.concurrent;
  return separate && !CHANGES_NOTHING.has(point.kind) ? ['crash-before', ...kinds] : kinds;
}

/** They leave nothing behind: a crash there is one at the point before, or at the next. */
const CHANGES_NOTHING: ReadonlySet<Point['kind']> = new Set(['opaque', 'membership']);

function disturbancesAt({ kind, isRetried }: Point, target: UnitTarget['kind']): readonly FaultKind[] {
  const late: readonly FaultKind[] = isRetried ? ['retried'] : [];
  if (kind === 'library' || kind === 'none') return late;
  return target === 'handler' ? [...late, 'slow', 'stopped'] : [...late, 'slow'];
}

const untilWhen = ['next-point', 'delivery-ends', 'unit-ends'] as const;

/** The ways to hold back what the program did not wait for. */
export function holdsFor({ detached }: RunResult): readonly NonNullable<SimulatedRun['held']>[] {
  return [...detached].flatMap((operation) => untilWhen.map((until) => ({ operation, until })));
}
