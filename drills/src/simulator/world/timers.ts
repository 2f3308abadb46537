interface Timer {
  readonly id: number;
  readonly owner: object;
  readonly every: number | undefined;
  readonly run: () => void;
  due: number;
}

const mostFirings = 200;

/** Virtual time: it passes only when nothing else can happen. */
export class Timers {
  elapsed = 0;
  private readonly timers = new Map<number, Timer>();
  private lastId = 0;
  private firings = 0;

  add(owner: object, delay: number, run: () => void, repeats = false): number {
    this.lastId += 1;
    const wait = Number.isFinite(delay) && delay > 0 ? delay : 1;
    this.timers.set(this.lastId, {
      id: this.lastId,
      owner,
      run,
      due: this.elapsed + wait,
      every: repeats ? wait : undefined,
    });
    return this.lastId;
  }

  remove(id: number): void {
    this.timers.delete(id);
  }

  removeAll(owner: object): void {
    for (const timer of this.timers.values()) if (timer.owner === owner) this.timers.delete(timer.id);
  }

  stopRepeating(): void {
    for (const timer of this.timers.values()) if (timer.every !== undefined) this.timers.delete(timer.id);
  }

  /** Lets time pass to the next timer of an owner that may run. False when there is none, or time has passed enough. */
  fireNext(mayRun: (owner: object) => boolean): boolean {
    let next: Timer | undefined;
    for (const timer of this.timers.values()) {
      if (mayRun(timer.owner) && (!next || timer.due < next.due)) next = timer;
    }
    if (!next || this.firings >= mostFirings) return false;
    this.firings += 1;
    this.elapsed = Math.max(this.elapsed, next.due);
    if (next.every === undefined) this.timers.delete(next.id);
    else next.due = this.elapsed + next.every;
    next.run();
    return true;
  }
}
