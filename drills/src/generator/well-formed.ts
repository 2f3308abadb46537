import {
  blocksOf,
  statementsIn,
  withBlocks,
  type BatchDelivery,
  type Block,
  type Program,
  type Statement,
} from './program.ts';

/** Bounds that keep the number of runs of one program in the hundreds. */
const MOST = { effects: 3, guards: 2, branches: 1, loops: 1, databases: 2, transactions: 1, attempts: 2, commits: 1 };

type Counted = keyof typeof MOST;

const COUNTED: Readonly<Record<Statement['kind'], Counted>> = {
  effect: 'effects',
  guard: 'guards',
  branch: 'branches',
  items: 'loops',
  attempt: 'attempts',
  database: 'databases',
  transaction: 'transactions',
  'commit-offsets': 'commits',
};

/**
 * The nearest program that stays within the bounds and says something: what is too much is dropped, an empty block goes
 * with the statement around it, and a program without an effect gets one.
 */
export function wellFormed(program: Program): Program {
  const { delivery } = program;
  const left = new Map<Counted, number>(Object.entries(MOST).flatMap(([name, most]) => countOf(name, most)));
  if (delivery.kind === 'each-batch' && delivery.around === 'transaction') left.set('transactions', 0);
  if (delivery.kind === 'each-batch' && delivery.around === 'database') left.set('databases', 0);
  const trimmed = trim(delivery.body, left);
  const says = statementsIn(trimmed).some(({ kind }) => kind === 'effect');
  const body = says ? trimmed : [...trimmed, FALLBACK];
  return {
    ...program,
    delivery: delivery.kind === 'each-message' ? { ...delivery, body } : batch({ ...delivery, body }),
  };
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
 * A batch whose messages nobody resolves is fetched again for ever; one that resolves by hand may not skip that.
 */
function batch(delivery: BatchDelivery): BatchDelivery {
  if (delivery.autoResolve) return delivery;
  const leaves = statementsIn(delivery.body).some(
    (statement) =>
      (statement.kind === 'guard' && (statement.form === 'exit' || statement.guard === 'violation')) ||
      (statement.kind === 'branch' && statement.form === 'exit'),
  );
  if (delivery.resolve === 'never' || (leaves && delivery.resolve === 'after'))
    return { ...delivery, autoResolve: true };
  return delivery;
}
