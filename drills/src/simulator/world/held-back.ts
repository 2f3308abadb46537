import type { AnyRequest, AskedAt } from './request.ts';

export interface HeldBack {
  readonly operation: number;
  readonly until: 'next-point' | 'delivery-ends' | 'unit-ends';
}

/** Holds one request of a run back until a moment, or sees which ones it would make a difference to hold back. */
export class Holding {
  /** By ordinal: until when a request could have been held back so that something else came first. */
  readonly overtaken = new Map<number, Set<HeldBack['until']>>();
  private readonly held: HeldBack | undefined;
  private released = false;
  private asked = 0;
  private deliveryEnds = 0;
  private rests = 0;

  constructor(held: HeldBack | undefined) {
    this.held = held;
  }

  /** Where the next request stands. */
  next(points: number): AskedAt {
    const at = { ordinal: this.asked, points, deliveryEnds: this.deliveryEnds, rests: this.rests };
    this.asked += 1;
    return at;
  }

  deliveryEnded(): void {
    this.deliveryEnds += 1;
    if (this.held?.until === 'delivery-ends') this.releaseIfAsked();
  }

  /** The time has come for everything that was asked for. */
  comeToRest(): void {
    this.rests += 1;
    this.releaseIfAsked();
  }

  release(): void {
    this.released = true;
  }

  isHeld({ askedAt }: AnyRequest, points: number): boolean {
    if (this.released || this.held?.operation !== askedAt.ordinal) return false;
    return this.held.until !== 'next-point' || points === askedAt.points;
  }

  /** Something else could come before this request, which is carried out now. */
  noteAlternative({ askedAt }: AnyRequest, points: number): void {
    if (this.rests > askedAt.rests) return;
    const until = this.overtaken.get(askedAt.ordinal) ?? new Set<HeldBack['until']>();
    until.add('unit-ends');
    if (this.deliveryEnds === askedAt.deliveryEnds) until.add('delivery-ends');
    if (points === askedAt.points) until.add('next-point');
    this.overtaken.set(askedAt.ordinal, until);
  }

  private releaseIfAsked(): void {
    if (this.held && this.asked > this.held.operation) this.released = true;
  }
}
