import * as crypto from 'node:crypto';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { packaged } from './requests.ts';

/** Some of its properties are getters, which are slow: they are asked once. */
const asItIs = { ...crypto };

/** `node:crypto`, with its randomness replaced. */
export function nodeCrypto(process: SimulatedProcess): object {
  const { chance } = process.world;
  // What is not replaced is inherited: a program asks for one or two of a hundred properties.
  return packaged({
    __proto__: asItIs,
    randomUUID: () => chance.uuid(),
    randomBytes: (size: number) => chance.bytes(size),
    randomInt: (low: number, high?: number) => Math.floor(chance.random() * (high ?? low)),
    webcrypto: { randomUUID: () => chance.uuid() },
  });
}
