import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printProgram } from '../generator/print-program.ts';
import { programsOf } from './batch.ts';
import { disagreementsIn, pairs } from './compare.ts';
import { judgePrograms, kindsOf, type Judged } from './judge-programs.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { noticingFixture } from './noticing-fixture.ts';
import { readPrograms } from './read-programs.ts';
import { judgeStatically, type StaticVerdicts } from './static-verdicts.ts';

/** So many handlers are judged by one call; few, because most mutations are caught by the first of them. */
const SIZE = 50;

/** A mutation, and the number of handlers after which it was caught; undefined if it was not. */
interface Caught {
  readonly mutation: Mutation;
  readonly after?: number;
  /** The drill fixture that catches what no handler does. */
  readonly by?: string;
}

async function main(handlers: number, seed: number): Promise<number> {
  let left: readonly Mutation[] = MUTATIONS;
  const caught: Caught[] = [];
  for (let batch = 0; batch * SIZE < handlers && left.length > 0; batch += 1) {
    const found = await caughtIn(left, { seed, batch });
    caught.push(...found.map(({ mutation, index }) => ({ mutation, after: batch * SIZE + index + 1 })));
    left = left.filter((mutation) => found.every((one) => one.mutation !== mutation));
  }
  const fixtures = readPrograms(fileURLToPath(new URL('../../fixtures/', import.meta.url)));
  const held = left.map((mutation): Caught => {
    const by = noticingFixture(mutation, fixtures);
    return by === undefined ? { mutation } : { mutation, by };
  });
  const all = [...caught, ...held];
  console.log(table(MUTATIONS.flatMap((mutation) => all.find((one) => one.mutation === mutation) ?? [])));
  const open = held.filter(({ by }) => by === undefined).length;
  console.log(
    `${caught.length} of ${MUTATIONS.length} mutations caught by at most ${handlers} handlers (seed ${seed}), ${held.length - open} by fixtures alone, ${open} by nothing`,
  );
  return open === 0 ? 0 : 1;
}

async function caughtIn(
  mutations: readonly Mutation[],
  { seed, batch }: { readonly seed: number; readonly batch: number },
): Promise<readonly { readonly mutation: Mutation; readonly index: number }[]> {
  const programs = programsOf({ seed, batch, size: SIZE });
  const judged: Judged[] = [];
  for await (const one of judgePrograms(programs)) judged.push(one);
  return mutations.flatMap((mutation) => {
    const verdicts = judgeStatically(
      programs.map((program) => printProgram(program)),
      mutation.transitions,
    );
    const index = judged.findIndex((one, i) => notices(one, verdicts[i]));
    return index < 0 ? [] : [{ mutation, index }];
  });
}

/** A handler on which the sides differ anyway proves nothing about a mutation. */
function notices(judged: Judged, verdicts: StaticVerdicts | undefined): boolean {
  if (verdicts === undefined || kindsOf(judged).length > 0) return false;
  return disagreementsIn(pairs(verdicts, judged.units)).length > 0;
}

function table(all: readonly Caught[]): string {
  const rows = all.map(({ mutation, after, by }) => [
    mutation.transition,
    mutation.instead,
    after === undefined ? (by ?? 'not caught') : String(after),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}

const { values } = parseArgs({ options: { handlers: { type: 'string' }, seed: { type: 'string' } } });
process.exitCode = await main(Number(values.handlers ?? 1000), Number(values.seed ?? 1));
