const beginning = 1_800_000_000_000;

/** What a program cannot foresee: different at every call, the same in every run. */
export class Chance {
  private calls = 0;

  random(): number {
    // A step of the golden ratio visits the unit interval evenly and never repeats within a run.
    return (this.next() * 0.618_033_988_749_894_9) % 1;
  }

  uuid(): string {
    return `${hex(this.next(), 8)}-0000-4000-8000-${hex(this.calls, 12)}`;
  }

  /** For libraries that make ids of their own, in a form that is recognised as unstable. */
  token(): string {
    return `rnd${this.next().toString(36).padStart(18, '0')}`;
  }

  bytes(size: number): Buffer {
    return Buffer.alloc(size, this.next() % 256);
  }

  /** Milliseconds since the epoch. Every look at the clock finds a later time. */
  now(elapsed: number): number {
    return beginning + elapsed + this.next();
  }

  /** What the clock would show, if nobody had looked at it. */
  clock(elapsed: number): number {
    return beginning + elapsed + this.calls;
  }

  private next(): number {
    this.calls += 1;
    return this.calls;
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
