import fc from 'fast-check';
import type {
  AnsweredStatement,
  AnswerForm,
  BatchDelivery,
  Block,
  CallForm,
  EffectCall,
  EffectKind,
  EffectStatement,
  GuardKind,
  GuardStatement,
  Program,
  Settle,
  Statement,
} from './program.ts';
import { MOST_RUNS, wellFormed } from './well-formed.ts';

/** Where a statement stands decides which statements may stand there. */
interface Setting {
  readonly depth: number;
  readonly item: boolean;
  readonly db: boolean;
  readonly txn: boolean;
  /** In a catch or a finally: no more than an effect. */
  readonly aside: boolean;
}

/**
 * Handlers that must be judged: everything in them is known, and their size keeps the runs countable. `most`: about so many
 * runs one of them may take at all.
 */
export function arbitraryProgram(most = MOST_RUNS): fc.Arbitrary<Program> {
  const body = block({ depth: 3, item: false, db: false, txn: false, aside: false });
  return fc
    .record({
      language: fc.oneof(
        { weight: 4, arbitrary: fc.constant('typescript' as const) },
        fc.constant('javascript' as const),
      ),
      shape: fc.constantFrom('inline' as const, 'function' as const, 'method' as const),
      autoCommit: fc.boolean(),
      transactionalId: fc.oneof(
        { weight: 3, arbitrary: fc.constant('constant' as const) },
        { weight: 1, arbitrary: fc.constant('random' as const) },
      ),
      delivery: fc.oneof(
        { weight: 3, arbitrary: fc.record({ kind: fc.constant('each-message' as const), body }) },
        { weight: 1, arbitrary: batch(body) },
      ),
    })
    .chain((program) => budget().map((runs) => wellFormed(program, Math.min(runs, most))));
}

function batch(body: fc.Arbitrary<Block>): fc.Arbitrary<BatchDelivery> {
  return fc.record({
    kind: fc.constant('each-batch' as const),
    autoResolve: fc.boolean(),
    around: fc.oneof(
      { weight: 3, arbitrary: fc.constant('nothing' as const) },
      fc.constantFrom('transaction' as const, 'database' as const),
    ),
    settle: settle(),
    resolve: fc.constantFrom('never' as const, 'after' as const, 'before' as const),
    stops: fc.boolean(),
    body,
  });
}

function settle(): fc.Arbitrary<Settle> {
  return fc.constantFrom('rethrow', 'swallow', 'guarded', 'lenient', 'wrapper', 'bare');
}

const blocks = new Map<string, fc.Arbitrary<Block>>();

function block(setting: Setting): fc.Arbitrary<Block> {
  const key = JSON.stringify(setting);
  const known = blocks.get(key);
  if (known !== undefined) return known;
  const made = fc.array(statement(setting), { minLength: 1, maxLength: setting.aside ? 1 : 3, size: 'max' });
  blocks.set(key, made);
  return made;
}

function statement(setting: Setting): fc.Arbitrary<Statement> {
  if (setting.aside) return effect();
  const leaf = { weight: 6, arbitrary: effect() };
  const commit = { weight: setting.item ? 0 : 1, arbitrary: commitOffsets() };
  const heartbeat = { weight: 1, arbitrary: fc.constant({ kind: 'heartbeat' as const }) };
  if (setting.depth === 0) return fc.oneof(leaf, commit, heartbeat);
  const inside = { ...setting, depth: setting.depth - 1 };
  const aside = { ...setting, aside: true };
  return fc.oneof(
    leaf,
    commit,
    heartbeat,
    { weight: 2, arbitrary: answered(inside) },
    { weight: 4, arbitrary: guard(inside) },
    { weight: 2, arbitrary: branch(inside) },
    { weight: setting.item ? 0 : 2, arbitrary: items({ ...inside, item: true }) },
    { weight: 2, arbitrary: attempt(inside, aside) },
    { weight: setting.db ? 1 : 3, arbitrary: database({ ...inside, db: true }) },
    { weight: setting.txn || setting.item ? 0 : 3, arbitrary: transaction({ ...inside, txn: true }) },
  );
}

const EFFECTS: readonly EffectKind[] = [
  'insert',
  'fetch',
  'produce',
  'insert-once',
  'set-state',
  'add-amount',
  'axios',
  'charge',
  'mail',
  'redis-set',
  'redis-incr',
];

/**
 * About so many runs a program may take: few for most of them, since what two statements do to each other shows in small
 * programs; some may be large, and a few may put calls beside each other, which multiplies the runs.
 */
function budget(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant(100) },
    { weight: 5, arbitrary: fc.constant(240) },
    { weight: 2, arbitrary: fc.constant(1200) },
  );
}

const FORMS: readonly CallForm[] = ['helper', 'method', 'callback', 'retry', 'attempts', 'caught', 'detached'];

const CALL: { readonly [K in keyof EffectCall]: fc.Arbitrary<EffectCall[K]> } = {
  effect: fc.oneof(
    { weight: 3, arbitrary: fc.constant('produce' as const) },
    { weight: 8, arbitrary: fc.constantFrom(...EFFECTS) },
  ),
  key: fc.constantFrom('none' as const, 'stable' as const, 'unstable' as const),
  ambient: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
};

function effect(): fc.Arbitrary<EffectStatement> {
  return fc.record({
    kind: fc.constant('effect' as const),
    ...CALL,
    form: fc.oneof({ weight: 3, arbitrary: fc.constant('plain' as const) }, fc.constantFrom(...FORMS)),
  });
}

const ANSWERS: readonly AnswerForm[] = [
  'chain',
  'handlers',
  'reason',
  'settled',
  'flag',
  'truth',
  'behind',
  'kept-flag',
  'word',
  'handled-word',
  'status',
  'ok',
];

function answered(inside: Setting): fc.Arbitrary<AnsweredStatement> {
  return fc.record({
    kind: fc.constant('answered' as const),
    ...CALL,
    form: fc.constantFrom(...ANSWERS),
    via: fc.oneof(
      { weight: 3, arbitrary: fc.constant('itself' as const) },
      fc.constantFrom('promise' as const, 'awaited' as const, 'kept' as const),
    ),
    asked: fc.constantFrom('named' as const, 'in-place' as const, 'parts' as const, 'switch' as const),
    outcome: fc.constantFrom('success' as const, 'failure' as const),
    style: fc.constantFrom('wrap' as const, 'exit' as const),
    body: block(inside),
  });
}

function commitOffsets(): fc.Arbitrary<Statement> {
  return fc.record({
    kind: fc.constant('commit-offsets' as const),
    offset: fc.constantFrom('next' as const, 'raw' as const),
  });
}

const GUARDS: readonly GuardKind[] = ['set', 'map', 'look-up', 'claim', 'violation', 'redis', 'redis-expiring'];

function guard(inside: Setting): fc.Arbitrary<GuardStatement> {
  return fc.record({
    kind: fc.constant('guard' as const),
    guard: fc.constantFrom(...GUARDS),
    record: fc.constantFrom('before' as const, 'after' as const, 'released' as const),
    form: fc.constantFrom('exit' as const, 'wrap' as const, 'asked' as const),
    ambient: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    body: block(inside),
  });
}

function branch(inside: Setting): fc.Arbitrary<Statement> {
  return fc.record({
    kind: fc.constant('branch' as const),
    field: fc.constantFrom('urgent' as const, 'gift' as const),
    form: fc.constantFrom('then' as const, 'else' as const, 'exit' as const),
    body: block(inside),
    otherwise: fc.oneof(fc.constant([]), block({ ...inside, depth: 0 })),
  });
}

function items(inside: Setting): fc.Arbitrary<Statement> {
  return fc.record({
    kind: fc.constant('items' as const),
    form: fc.oneof({ weight: 3, arbitrary: fc.constant('for-of' as const) }, fc.constant('all' as const)),
    body: block(inside),
  });
}

function attempt(inside: Setting, aside: Setting): fc.Arbitrary<Statement> {
  return fc.record({
    kind: fc.constant('attempt' as const),
    body: block(inside),
    rescue: fc.oneof(fc.constant([]), block(aside)),
    rethrow: fc.boolean(),
    last: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, block(aside)),
  });
}

function database(inside: Setting): fc.Arbitrary<Statement> {
  return fc.record({ kind: fc.constant('database' as const), settle: settle(), body: block(inside) });
}

function transaction(inside: Setting): fc.Arbitrary<Statement> {
  return fc.record({
    kind: fc.constant('transaction' as const),
    settle: settle(),
    offsets: fc.oneof(
      { weight: 4, arbitrary: fc.constant('next' as const) },
      fc.constantFrom('missing' as const, 'raw' as const),
    ),
    body: block(inside),
  });
}
