import { parseArgs } from 'node:util';
import { BATCH } from './batch.ts';
import { differential } from './differential.ts';
import { MOST_RUNS } from '../generator/well-formed.ts';
import { groups, smallestOf, story, summary } from './report.ts';
import { shrink } from './shrink.ts';

const USAGE =
  'usage: npm run differential -- [--handlers 10000] [--first 0] [--seed 1] [--budget 1200] [--jobs 2] [--enough 200] [--shown 5]';

interface Options {
  readonly handlers: number;
  /** A multiple of the size of a batch. */
  readonly first: number;
  readonly budget: number;
  readonly seed: number;
  readonly jobs: number;
  readonly enough: number;
  /** Disagreements that are shrunk and told. */
  readonly shown: number;
}

const DEFAULTS: Options = { handlers: 10_000, first: 0, budget: MOST_RUNS, seed: 1, jobs: 2, enough: 200, shown: 5 };

function readOptions(args: readonly string[]): Options | undefined {
  const names = Object.keys(DEFAULTS);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options });
    const numbers = Object.entries(values).map(([name, text]) => [name, Number(text)] as const);
    if (numbers.some(([, value]) => !Number.isSafeInteger(value) || value < 0)) return undefined;
    return { ...DEFAULTS, ...Object.fromEntries(numbers) };
  } catch {
    return undefined;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined || options.first % BATCH !== 0) {
    console.error(USAGE);
    return 2;
  }
  const result = await differential(options);
  console.log(summary(result, options.seed));
  for (const group of groups(result.found).slice(0, options.shown)) {
    const { kind } = group;
    const first = smallestOf(group);
    console.log(`\n=== handler ${first?.handler ?? 0}: ${kind}`);
    const smallest = first === undefined ? undefined : await shrink(first.program, kind);
    console.log(
      smallest === undefined ? 'it does not happen again, so something is not deterministic' : story(smallest),
    );
  }
  return result.found.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
