import type { Process, State } from './state.ts';

/** A state as a text, the same for equal moments. */
export function keyOf(state: State): string {
  const { own, size, applied, marks, position, faults, away, towards, decided, paused } = state;
  const data = `${away ? '!' : ''}${towards ? '?' : ''}${decided === 0 ? '' : String(decided)}`;
  const world = `${String(own)}${String(size)}${String(applied)}${String(position)}${String(faults)}${data} ${String(marks)}`;
  const key = `${world} ${processKey(state)}`;
  return paused === undefined ? key : `${key} | ${processKey(paused)}`;
}

function processKey(owner: Process): string {
  const small = [owner.first, owner.last, owner.current, owner.pendingDb, owner.pendingKafka];
  const flags = owner.futile * 16 + bits([owner.fenced, owner.registered, owner.ran, owner.disturbed]);
  return [
    owner.at,
    small.join(''),
    (owner.pendingPosition ?? 3) * 9 + owner.resolved * 3 + owner.marked,
    owner.other,
    owner.database,
    owner.pendingMarks,
    owner.locks,
    owner.transaction,
    owner.opener,
    owner.memory,
    owner.answers,
    owner.slots,
    owner.loops,
    owner.thrown,
    flags,
    owner.settling,
    owner.role,
    ...owner.detached.map(({ at, current, other }) => `${String(at)},${String(current)},${String(other)}`),
  ].join(' ');
}

function bits(flags: readonly boolean[]): number {
  return flags.reduce((all, flag) => 2 * all + (flag ? 1 : 0), 0);
}
