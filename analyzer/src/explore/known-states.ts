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

/** Every field, or it does not compile: one that is forgotten here would make different moments one. */
const OF_WORLD = namesOf<Exclude<keyof State, keyof Process | 'paused'>>({
  own: true,
  size: true,
  applied: true,
  marks: true,
  position: true,
  faults: true,
  away: true,
  towards: true,
  decided: true,
});

const OF_PROCESS = namesOf<Exclude<keyof Process, 'detached'>>({
  at: true,
  first: true,
  last: true,
  current: true,
  other: true,
  pendingDb: true,
  database: true,
  pendingMarks: true,
  locks: true,
  transaction: true,
  opener: true,
  registered: true,
  fenced: true,
  pendingKafka: true,
  pendingPosition: true,
  memory: true,
  resolved: true,
  marked: true,
  answers: true,
  slots: true,
  loops: true,
  thrown: true,
  ran: true,
  disturbed: true,
  futile: true,
  settling: true,
  role: true,
});

function namesOf<Name extends string>(all: Readonly<Record<Name, true>>): readonly Name[] {
  const names: Name[] = [];
  for (const name in all) names.push(name);
  return names;
}

/** Whether nothing that may happen from now on tells them apart. */
export function isSameState(a: State, b: State): boolean {
  if (!OF_WORLD.every((name) => a[name] === b[name]) || !isSameProcess(a, b)) return false;
  return a.paused === undefined || b.paused === undefined ? a.paused === b.paused : isSameProcess(a.paused, b.paused);
}

function isSameProcess(a: Process, b: Process): boolean {
  return OF_PROCESS.every((name) => a[name] === b[name]) && isSameWork(a.detached, b.detached);
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
