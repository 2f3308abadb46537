import type { CallSite, FaultKind } from '../api.ts';

/**
 * What can go wrong at an operation. `write`: it can fail before and after it took effect. `read`, `opaque`: it can fail.
 * `library`: the Kafka library does it by itself, so no handler sees a failure. `membership`: it tells whether the process
 * still has its partition. `none`: no point of the run at all.
 */
export type PointKind = 'write' | 'read' | 'opaque' | 'library' | 'membership' | 'none';

/** A request that leaves the process. */
export interface Operation<T> {
  readonly label: string;
  readonly point: PointKind;
  readonly site?: CallSite | undefined;
  /** An offset commit, which the group refuses from a member that it has gone on without. */
  readonly asMember?: boolean;
  /** Operations of one lane (a connection) are carried out in the order in which they were asked for. */
  readonly lane?: object;
  /** False while it must wait for somebody else's lock. */
  readonly ready?: () => boolean;
  /** The library asks again where no answer comes, and the other side takes that for something new. */
  readonly isRetried?: boolean;
  /** Takes effect. What it throws is the answer of the other side. */
  readonly apply: () => T;
  /** Told when a fault lost the request, or the answer to it. */
  readonly failed?: () => void;
}

/** A fault point of a run that was carried out. */
export interface Point {
  readonly kind: PointKind;
  readonly label: string;
  /** Whether something else was under way, so that a crash before it is not the crash after the point before. */
  readonly concurrent: boolean;
  /** Which delivery of the run it belongs to, counted from 1. */
  readonly delivery: number;
  readonly asMember: boolean;
  readonly isRetried: boolean;
}

/** Answers to a point of the run: the fault that strikes there. */
export type FaultPlan = ReadonlyMap<number, FaultKind>;

export const faultsOf: Readonly<Record<PointKind, readonly FaultKind[]>> = {
  write: ['crash-after', 'applied-but-failed', 'failed', 'revoked-first', 'revoked-last', 'revoked-after'],
  read: ['crash-after', 'failed', 'revoked-first', 'revoked-last'],
  opaque: ['failed'],
  library: ['crash-after', 'revoked-first', 'revoked-last'],
  membership: ['revoked-first', 'revoked-last'],
  none: [],
};

export class InjectedFailure extends Error {
  constructor(label: string) {
    super(`connection lost: ${label}`);
    this.name = 'Error';
  }
}
