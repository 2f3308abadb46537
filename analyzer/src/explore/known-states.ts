import type { Detached, Process, State } from './state.ts';

/** Numbers for states. Most of an exploration is the question whether a state is new: no text is made to ask it. */
export class KnownStates {
  readonly #byHash = new Map<number, Entry>();

  numberOf(state: State): number | undefined {
    for (let entry = this.#byHash.get(hashOf(state)); entry !== undefined; entry = entry.next) {
      if (isSameState(entry.state, state)) return entry.number;
    }
    return undefined;
  }

  add(state: State, number: number): void {
    const hash = hashOf(state);
    this.#byHash.set(hash, { state, number, next: this.#byHash.get(hash) });
  }
}

interface Entry {
  readonly state: State;
  readonly number: number;
  readonly next: Entry | undefined;
}

function hashOf(state: State): number {
  const { own, size, applied, position, faults, away, towards, paused } = state;
  const world =
    own + 3 * (size + 3 * (applied + 3 * (position + 3 * faults))) + (away ? 1024 : 0) + (towards ? 2048 : 0);
  const hash = mixed(mixed(mixed(hashOfProcess(state), world), state.marks), state.decided);
  return paused === undefined ? hash : mixed(hash, hashOfProcess(paused));
}

function hashOfProcess(owner: Process): number {
  const { first, last, current, pendingDb, pendingKafka, pendingPosition, resolved, marked } = owner;
  const small = first + 3 * (last + 3 * (current + 3 * (pendingDb + 3 * (pendingKafka + 3 * (pendingPosition ?? 3)))));
  let hash = mixed(owner.at, small * 16 + resolved * 4 + marked);
  hash = mixed(hash, owner.other * 64 + owner.opener);
  hash = mixed(hash, owner.memory ^ (owner.pendingMarks << 7) ^ (owner.locks << 14));
  hash = mixed(hash, owner.answers ^ (owner.loops << 11));
  hash = mixed(
    hash,
    (owner.ran ? 1 : 0) +
      (owner.disturbed ? 2 : 0) +
      (owner.registered ? 4 : 0) +
      owner.futile * 8 +
      owner.transaction.length * 32,
  );
  // Other words of a state seldom differ where all this is equal.
  return owner.slots === 0n ? hash : mixed(hash, Number(BigInt.asIntN(32, owner.slots)));
}

function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** Whether nothing that may happen from now on tells them apart. */
export function isSameState(a: State, b: State): boolean {
  return isSameWorld(a, b) && isSameProcess(a, b) && isSamePaused(a.paused, b.paused);
}

function isSamePaused(a: Process | undefined, b: Process | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameProcess(a, b);
}

// Spelt out, because this is where an exploration spends its time. A test holds that no part of a state is left out.
function isSameWorld(a: State, b: State): boolean {
  return (
    a.own === b.own &&
    a.size === b.size &&
    a.applied === b.applied &&
    a.marks === b.marks &&
    a.position === b.position &&
    a.faults === b.faults &&
    a.away === b.away &&
    a.towards === b.towards &&
    a.decided === b.decided
  );
}

function isSameProcess(a: Process, b: Process): boolean {
  return isSamePlace(a, b) && isSameDatabase(a, b) && isSameTransaction(a, b) && isSameMind(a, b);
}

function isSamePlace(a: Process, b: Process): boolean {
  return (
    a.at === b.at &&
    a.first === b.first &&
    a.last === b.last &&
    a.current === b.current &&
    a.other === b.other &&
    a.loops === b.loops &&
    a.role === b.role &&
    a.settling === b.settling &&
    isSameWork(a.detached, b.detached)
  );
}

function isSameDatabase(a: Process, b: Process): boolean {
  return (
    a.database === b.database && a.pendingDb === b.pendingDb && a.pendingMarks === b.pendingMarks && a.locks === b.locks
  );
}

function isSameTransaction(a: Process, b: Process): boolean {
  return (
    a.transaction === b.transaction &&
    a.opener === b.opener &&
    a.registered === b.registered &&
    a.fenced === b.fenced &&
    a.pendingKafka === b.pendingKafka &&
    a.pendingPosition === b.pendingPosition
  );
}

function isSameMind(a: Process, b: Process): boolean {
  return (
    a.memory === b.memory &&
    a.resolved === b.resolved &&
    a.marked === b.marked &&
    a.answers === b.answers &&
    a.slots === b.slots &&
    a.thrown === b.thrown &&
    a.ran === b.ran &&
    a.disturbed === b.disturbed &&
    a.futile === b.futile
  );
}

function isSameWork(a: readonly Detached[], b: readonly Detached[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((work, i) => {
        const other = b[i];
        return work.at === other?.at && work.current === other.current && work.other === other.other;
      }))
  );
}
