import { decidedShape, shapeOf, type Shape } from './decided.ts';
import type { MoveOf } from './machine.ts';
import { changed, isOwnMessage, type State } from './state.ts';
import { to, type Run, type Successor, type Transitions } from './transition.ts';

export const loopTransitions: Pick<Transitions, 'each' | 'batch' | 'leave'> = {
  each: (_run, move, state) => {
    const at = progressOf(state, move.bit);
    if (at === DONE) return [pass(move, state)];
    const isRemembered =
      move.shape !== undefined && state.current !== 0 && (state.other < 0 || state.other === move.bit);
    return isRemembered ? remembered(move, move.shape, state, at) : anew(move, state, at);
  },
  batch: (_run, move, state) => {
    const { current, first, last } = state;
    const isReversed = move.bit !== undefined && progressOf(state, move.bit) === LAST_FIRST;
    if (current === 0) return [to(state, move.body, { current: first }), ...lastFirst(move, state)];
    const other = isReversed ? first : last;
    const isOpen = isReversed ? current > first : current < last;
    return isOpen ? [to(state, move.body, { current: other })] : [to(state, move.next)];
  },
  leave: (run, move, state) => {
    const loops = move.loops.reduce((all, bit) => withProgress(all, bit, NEW), state.loops);
    const other = move.loops.includes(state.other) ? -1 : state.other;
    const away = state.away || isCutShort(run, move, state);
    return [to(state, move.next, { loops, other, away, ...(move.batch ? { current: 0 } : {}) })];
  },
};

/** Of messages that are under way at once the last one may be done first. */
function lastFirst({ bit, body }: MoveOf<'batch'>, state: State): readonly Successor[] {
  const { first, last, loops } = state;
  if (bit === undefined || first === last) return [];
  return [to(state, body, { current: last, loops: withProgress(loops, bit, LAST_FIRST) })];
}

/** The message's own data ends the loop before the judged item has its turn. */
function isCutShort({ machine }: Run, { loops }: MoveOf<'leave'>, state: State): boolean {
  const isOpen = !state.disturbed && !state.ran && machine.guards.length === 0 && isOwnMessage(state);
  return isOpen && loops.some((bit) => progressOf(state, bit) === OTHER_FIRST);
}

/** Whether the code is about an item ahead of the judged one. */
export function isBeforeOwn(state: State): boolean {
  return state.other >= 0 && progressOf(state, state.other) === OTHER_FIRST;
}

/** How far a loop over items has come: one item is judged, and at most one other is handled before or after it. */
const NEW = 0;
const OWN_FIRST = 1;
const OTHER_FIRST = 2;
const DONE = 3;
/** Of a loop over the batch. */
const LAST_FIRST = 3;

/** Each time the message comes there may be another number of items. */
function anew(move: MoveOf<'each'>, state: State, at: number): readonly Successor[] {
  if (!isJudged(move, state)) return [enter(move, state, DONE, state.other), pass(move, state)];
  if (at === NEW) return [ownFirst(move, state), otherFirst(move, state), pass(move, state, !state.ran)];
  return at === OTHER_FIRST ? [enter(move, state, DONE, -1)] : [enter(move, state, DONE, move.bit), pass(move, state)];
}

/** The message has the same items each time it is handed over. */
function remembered(move: MoveOf<'each'>, bit: number, state: State, at: number): readonly Successor[] {
  if (at === OTHER_FIRST) return [enter(move, state, DONE, -1)];
  const known = shapeOf(state, bit);
  if (at === OWN_FIRST) return [known === 'one' ? pass(move, state) : enter(move, state, DONE, move.bit)];
  return (known === undefined ? shapesOf(state) : [known]).map((shape) =>
    shaped(move, changed(state, { decided: decidedShape(state, bit, shape) }), shape),
  );
}

/** Of the other message it is enough to know whether the loop runs at all. */
function shapesOf(state: State): readonly Shape[] {
  return isOwnMessage(state) ? ['one', 'own first', 'other first', 'none'] : ['one', 'none'];
}

function shaped(move: MoveOf<'each'>, state: State, shape: Shape): Successor {
  switch (shape) {
    case 'none':
      return pass(move, state, isJudged(move, state) && !state.ran);
    case 'one':
    case 'own first':
      return ownFirst(move, state);
    case 'other first':
      return otherFirst(move, state);
  }
}

function ownFirst(move: MoveOf<'each'>, state: State): Successor {
  return enter(move, state, OWN_FIRST, -1);
}

function otherFirst(move: MoveOf<'each'>, state: State): Successor {
  return enter(move, state, OTHER_FIRST, move.bit);
}

function enter(move: MoveOf<'each'>, state: State, progress: number, other: number): Successor {
  return to(state, move.body, { loops: withProgress(state.loops, move.bit, progress), other });
}

function pass(move: MoveOf<'each'>, state: State, away = false): Successor {
  return to(state, move.next, {
    loops: withProgress(state.loops, move.bit, DONE),
    away: state.away || away,
    other: state.other === move.bit ? -1 : state.other,
  });
}

/** The loop tells the judged item from another one. */
function isJudged({ holds, bit }: MoveOf<'each'>, state: State): boolean {
  return holds && isOwnMessage(state) && (state.other < 0 || state.other === bit);
}

function progressOf({ loops }: State, bit: number): number {
  return (loops >> (2 * bit)) & 3;
}

function withProgress(loops: number, bit: number, progress: number): number {
  return (loops & ~(3 << (2 * bit))) | (progress << (2 * bit));
}
