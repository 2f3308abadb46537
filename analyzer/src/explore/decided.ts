import { isOwnMessage, type State } from './state.ts';

/** How many branches are remembered, and how many loops over items. */
export const MOST_DECIDED = 3;
export const MOST_SHAPES = 2;

/** Which of the two ways of a branch a message's own data leads, as far as it has led there. */
export type Way = 'one' | 'other';

/** How many items a loop runs for, and with several of them, which one comes first. */
export type Shape = 'none' | 'one' | 'own first' | 'other first';

const WAYS: readonly Way[] = ['one', 'other'];
const SHAPES: readonly Shape[] = ['none', 'one', 'own first', 'other first'];

const WAY_BITS = 2;
const SHAPE_BITS = 3;
/** Behind the bits of the branches, of both messages. */
const SHAPES_FROM = 2 * MOST_DECIDED * WAY_BITS;

export function wayOf(state: State, bit: number): Way | undefined {
  return WAYS[read(state, atWay(state, bit), WAY_BITS) - 1];
}

/** What is remembered of the message once it has led that way. */
export function decidedWay(state: State, bit: number, way: Way): number {
  return state.decided | ((WAYS.indexOf(way) + 1) << atWay(state, bit));
}

export function shapeOf(state: State, bit: number): Shape | undefined {
  return SHAPES[read(state, atShape(state, bit), SHAPE_BITS) - 1];
}

export function decidedShape(state: State, bit: number, shape: Shape): number {
  return state.decided | ((SHAPES.indexOf(shape) + 1) << atShape(state, bit));
}

function read({ decided }: State, at: number, bits: number): number {
  return (decided >> at) & ((1 << bits) - 1);
}

function atWay(state: State, bit: number): number {
  return WAY_BITS * (isOwnMessage(state) ? bit : bit + MOST_DECIDED);
}

function atShape(state: State, bit: number): number {
  return SHAPES_FROM + SHAPE_BITS * (isOwnMessage(state) ? bit : bit + MOST_SHAPES);
}
