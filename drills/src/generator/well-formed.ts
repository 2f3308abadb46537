import { costOf, heldIn } from './cost.ts';
import { variedBy } from './workload.ts';
import {
  blocksOf,
  bodyOf,
  statementsIn,
  withBlocks,
  withBody,
  type BatchDelivery,
  type Block,
  type Program,
  type Settle,
  type Statement,
} from './program.ts';

/** Bounds that keep the number of runs of one program in the hundreds. */
const MOST = {
  effects: 3,
  answers: 1,
  guards: 2,
  branches: 1,
  loops: 1,
  databases: 2,
  transactions: 1,
  attempts: 2,
  commits: 1,
  heartbeats: 1,
};

type Counted = keyof typeof MOST;

const COUNTED: Readonly<Record<Statement['kind'], Counted>> = {
  effect: 'effects',
  answered: 'answers',
  guard: 'guards',
  branch: 'branches',
  items: 'loops',
  attempt: 'attempts',
  database: 'databases',
  transaction: 'transactions',
  'commit-offsets': 'commits',
  heartbeat: 'heartbeats',
};

/**
 * The nearest program that stays within the bounds and says something: what is too much is dropped, an empty block goes
 * with the statement around it, and a program without an effect gets one. `budget`: about so many runs it may take.
 */
export function wellFormed(program: Program, budget = MOST_RUNS): Program {
  const { delivery } = program;
  const left = new Map<Counted, number>(Object.entries(MOST).flatMap(([name, most]) => countOf(name, most)));
  if (delivery.kind === 'each-batch' && delivery.around === 'transaction') left.set('transactions', 0);
  if (delivery.kind === 'each-batch' && delivery.around === 'database') left.set('databases', 0);
  const trimmed = trim(delivery.body, left);
  return affordable(settled(withBody(program, inOrder(closed(trimmed)))), Math.min(budget, MOST_RUNS));
}

function settled(program: Program): Program {
  const body = bodyOf(program);
  const says = statementsIn(body).some(({ kind }) => kind === 'effect' || kind === 'answered');
  const saying = withBody(program, says ? body : [...body, FALLBACK]);
  const { delivery } = saying;
  return delivery.kind === 'each-message' ? saying : { ...saying, delivery: batch(delivery) };
}

/** Programs that take more runs are not judged, whatever they may take more for: a few would cost as much as all others. */
export const MOST_RUNS = 1200;
const MOST_RUNS_IN_ALL = 4000;

/**
 * Leaves out what costs most, until the runs can be counted: held work, the last statements, loops and branches. What is
 * to be run for several shapes of a message, or with work that is held back, may take more.
 */
function affordable(program: Program, budget: number): Program {
  let current = program;
  const isTooMuch = (): boolean => costOf(current) > Math.min(budget * allowanceOf(current), MOST_RUNS_IN_ALL);
  const cheaper = (change: (body: Block) => Block): void => {
    if (isTooMuch()) current = settled(withBody(current, change(bodyOf(current))));
  };
  cheaper(awaited);
  for (let length = bodyOf(current).length - 1; length > 1; length -= 1) cheaper((body) => body.slice(0, length));
  cheaper(withoutLoops);
  cheaper(withoutBranches);
  cheaper((body) => body.slice(0, 1));
  return current;
}

/** How much more a program may take for what only shows in many runs. */
function allowanceOf(program: Program): number {
  const { items, urgent, gift } = variedBy(program);
  const shapes = items || urgent || gift ? 2 : 1;
  const orders = heldIn(program) === 0 ? 1 : 3;
  return shapes * orders;
}

function awaited(block: Block): Block {
  return mapped(block, (one) => {
    if (one.kind === 'effect' && one.form === 'detached') return [{ ...one, form: 'plain' }];
    return [one.kind === 'items' ? { ...one, form: 'for-of' } : one];
  });
}

function withoutLoops(block: Block): Block {
  return mapped(block, (one) => (one.kind === 'items' ? one.body : [one]));
}

function withoutBranches(block: Block): Block {
  return mapped(block, (one) => (one.kind === 'branch' ? one.body : [one]));
}

function mapped(block: Block, change: (statement: Statement) => Block): Block {
  return block.flatMap((one) =>
    change(
      withBlocks(
        one,
        blocksOf(one).map((inner) => mapped(inner, change)),
      ),
    ),
  );
}

function countOf(name: string, most: number): readonly (readonly [Counted, number])[] {
  return isCounted(name) ? [[name, most]] : [];
}

function isCounted(name: string): name is Counted {
  return name in MOST;
}

const FALLBACK: Statement = { kind: 'effect', effect: 'insert', key: 'none', ambient: true, form: 'plain' };

function trim(block: Block, left: Map<Counted, number>): Block {
  return block.flatMap((statement) => {
    const name = COUNTED[statement.kind];
    const remaining = left.get(name) ?? 0;
    if (remaining === 0)
      return blocksOf(statement)
        .slice(0, 1)
        .flatMap((inner) => trim(inner, left));
    left.set(name, remaining - 1);
    const kept = withBlocks(
      statement,
      blocksOf(statement).map((inner) => trim(inner, left)),
    );
    return isEmpty(kept) ? [] : [kept];
  });
}

/** Nothing would be written between the braces that matter. */
function isEmpty(statement: Statement): boolean {
  const [first] = blocksOf(statement);
  return first?.length === 0;
}

/**
 * A transaction that the message's own data leaves open stops the unit without any fault, and so does one that it ends
 * before something is sent in it: there is nothing to judge.
 */
function closed(block: Block): Block {
  return mapped(block, (one) => {
    if (one.kind !== 'transaction' || !leaves(one.body)) return [one];
    const settled: Statement = one.settle === 'bare' ? { ...one, settle: 'rethrow' } : one;
    return [GOES_ON.has(one.settle) ? settled : withBlocks(settled, [notSentTooLate(one.body)])];
  });
}

/** A wrapper ends the transaction when all is done; who is lenient gives up what is sent too late. */
const GOES_ON: ReadonlySet<Settle> = new Set(['wrapper', 'lenient']);

/** What is done last, although an exit has ended the transaction, takes no part in it. */
function notSentTooLate(block: Block): Block {
  return mapped(block, (one) => {
    if (one.kind !== 'attempt' || !leaves(one.body)) return [one];
    const isRefused = (last: Statement): boolean =>
      last.kind === 'effect' && last.effect === 'produce' && last.form !== 'caught';
    return [{ ...one, last: one.last.map((last) => (isRefused(last) ? { ...last, ambient: false } : last)) }];
  });
}

/** Calls that run beside each other are single effects: the orders of longer ones cannot be counted. */
function inOrder(block: Block): Block {
  return mapped(block, (one) => {
    const isSimple = one.kind === 'items' && one.body.length === 1 && one.body[0]?.kind === 'effect';
    return [one.kind === 'items' && !isSimple ? { ...one, form: 'for-of' } : one];
  });
}

function leaves(block: Block): boolean {
  return statementsIn(block).some((one) => one.kind === 'branch' && one.form === 'exit');
}

/**
 * A batch whose messages nobody resolves is fetched again for ever; one that resolves by hand may not skip that.
 */
function batch(given: BatchDelivery): BatchDelivery {
  const delivery = resolvedInTime(given);
  if (delivery.autoResolve) return delivery;
  const leaves = statementsIn(delivery.body).some(
    (statement) =>
      (statement.kind === 'guard' && (statement.form !== 'wrap' || statement.guard === 'violation')) ||
      (statement.kind === 'branch' && statement.form === 'exit'),
  );
  if (delivery.resolve === 'never' || (leaves && delivery.resolve === 'after'))
    return { ...delivery, autoResolve: true };
  return delivery;
}

/** A position that passes a message before its transaction begins leaves it to interpretation who is stuck afterwards. */
function resolvedInTime(delivery: BatchDelivery): BatchDelivery {
  const begins = statementsIn(delivery.body).some(({ kind }) => kind === 'transaction');
  return begins && delivery.resolve === 'before' ? { ...delivery, resolve: 'after' } : delivery;
}
