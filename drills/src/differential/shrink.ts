import type { Program } from '../generator/program.ts';
import { simplifications } from '../generator/simplify.ts';
import { judgePrograms, kindsOf, type Judged } from './judge-programs.ts';

/** How many candidates are judged at once: the compiler is opened once for all of them. */
const WIDTH = 24;

/** The smallest program in reach on which the sides still disagree in the same way; undefined if they do not at all. */
export async function shrink(program: Program, kind: string): Promise<Judged | undefined> {
  let smallest = await firstOf([program], kind);
  for (let next = smallest; next !== undefined; next = await firstOf(simplifications(next.program), kind))
    smallest = next;
  return smallest;
}

async function firstOf(candidates: readonly Program[], kind: string): Promise<Judged | undefined> {
  for (let at = 0; at < candidates.length; at += WIDTH) {
    for await (const judged of judgePrograms(candidates.slice(at, at + WIDTH))) {
      if (kindsOf(judged).includes(kind)) return judged;
    }
  }
  return undefined;
}
