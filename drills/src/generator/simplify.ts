import { blocksOf, statementsIn, withBlocks, type Block, type Program, type Statement } from './program.ts';
import { wellFormed } from './well-formed.ts';

/** Programs that say a little less, the largest leaps first; each is smaller, so that following them ends. */
export function simplifications(program: Program): readonly Program[] {
  const size = sizeOf(program);
  const seen = new Set([JSON.stringify(program)]);
  return [...plainer(program), ...bodies(program)]
    .map((candidate) => wellFormed(candidate))
    .filter((candidate) => {
      const text = JSON.stringify(candidate);
      if (seen.has(text) || sizeOf(candidate) >= size) return false;
      seen.add(text);
      return true;
    });
}

/** Statements count most; of two programs with the same statements, the one with the more usual choices is smaller. */
export function sizeOf({ delivery, ...program }: Program): number {
  const statements = statementsIn(delivery.body).reduce((sum, statement) => sum + 20 + unusual(statement), 0);
  const own = [
    program.language !== 'typescript',
    program.shape !== 'inline',
    program.shape === 'method',
    !program.autoCommit,
    program.transactionalId !== 'constant',
    ...(delivery.kind === 'each-batch'
      ? [
          true,
          true,
          true,
          delivery.stops,
          !delivery.autoResolve,
          delivery.resolve !== 'never',
          delivery.resolve === 'before',
        ]
      : []),
  ].filter(Boolean).length;
  const around =
    delivery.kind === 'each-batch' && delivery.around !== 'nothing' ? 20 + rank(delivery.settle, SETTLE) : 0;
  return statements + own + around;
}

const SETTLE = ['rethrow', 'wrapper', 'guarded', 'swallow', 'lenient', 'bare'] as const;
const EFFECTS = ['insert', 'fetch', 'produce'] as const;
const ANSWERS = [
  'truth',
  'flag',
  'chain',
  'handlers',
  'settled',
  'behind',
  'kept-flag',
  'word',
  'handled-word',
  'status',
  'ok',
  'reason',
] as const;
const GUARDS = ['claim', 'set', 'look-up', 'redis', 'map', 'violation', 'redis-expiring'] as const;

function rank<T>(value: T, usual: readonly T[]): number {
  const at = usual.indexOf(value);
  return at < 0 ? usual.length : at;
}

function unusual(statement: Statement): number {
  switch (statement.kind) {
    case 'effect':
      return (
        rank(statement.effect, EFFECTS) +
        Number(statement.key !== 'none') +
        Number(!statement.ambient) +
        rank(statement.form, ['plain', 'detached', 'caught', 'retry', 'attempts', 'callback', 'helper'])
      );
    case 'answered':
      return (
        rank(statement.effect, EFFECTS) +
        Number(statement.key !== 'none') +
        Number(!statement.ambient) +
        rank(statement.form, ANSWERS) +
        rank(statement.via, ['itself', 'awaited', 'promise', 'kept']) +
        rank(statement.asked, ['named', 'parts', 'in-place', 'switch']) +
        Number(statement.outcome === 'failure') +
        Number(statement.style === 'exit')
      );
    case 'guard':
      return (
        rank(statement.guard, GUARDS) +
        rank(statement.record, ['before', 'after']) +
        rank(statement.form, ['exit', 'wrap']) +
        Number(!statement.ambient)
      );
    case 'branch':
      return rank(statement.form, ['then', 'else', 'exit']) + Number(statement.field === 'gift');
    case 'items':
      return Number(statement.form === 'all');
    case 'attempt':
      return Number(statement.rethrow);
    case 'database':
      return rank(statement.settle, SETTLE);
    case 'transaction':
      return rank(statement.settle, SETTLE) + rank(statement.offsets, ['next', 'missing', 'raw']);
    case 'commit-offsets':
      return Number(statement.offset === 'raw');
    case 'heartbeat':
      return 0;
  }
}

function plainer(program: Program): readonly Program[] {
  const { delivery } = program;
  const asMessages: readonly Program[] =
    delivery.kind === 'each-message'
      ? []
      : [
          { ...program, delivery: { kind: 'each-message', body: delivery.body } },
          { ...program, delivery: { ...delivery, around: 'nothing' } },
          { ...program, delivery: { ...delivery, settle: 'rethrow' } },
          { ...program, delivery: { ...delivery, autoResolve: true } },
          { ...program, delivery: { ...delivery, autoResolve: true, resolve: 'never' } },
          { ...program, delivery: { ...delivery, resolve: 'after' } },
          { ...program, delivery: { ...delivery, stops: false } },
        ];
  return [
    ...asMessages,
    { ...program, language: 'typescript' },
    { ...program, shape: 'inline' },
    { ...program, shape: 'function' },
    { ...program, autoCommit: true },
    { ...program, transactionalId: 'constant' },
  ];
}

function bodies(program: Program): readonly Program[] {
  const { delivery } = program;
  return smallerBlocks(delivery.body).map((body) => ({ ...program, delivery: { ...delivery, body } }));
}

function smallerBlocks(block: Block): readonly Block[] {
  return block.flatMap((statement, at) => {
    const put = (replacement: Block): Block => [...block.slice(0, at), ...replacement, ...block.slice(at + 1)];
    const own = blocksOf(statement);
    const inner = own.flatMap((part, index) =>
      smallerBlocks(part).map((smaller) =>
        withBlocks(
          statement,
          own.map((other, i) => (i === index ? smaller : other)),
        ),
      ),
    );
    return [
      put([]),
      ...own.map((part) => put(part)),
      ...(own.length > 1 ? [put(own.flat())] : []),
      ...[...inner, ...variants(statement)].map((replacement) => put([replacement])),
    ];
  });
}

function variants(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'effect':
      return [
        ...EFFECTS.map((effect) => ({ ...statement, effect, key: 'none' as const })),
        { ...statement, key: 'none' },
        { ...statement, form: 'plain' },
        { ...statement, form: 'retry' },
        { ...statement, ambient: true },
      ];
    case 'answered':
      return [
        ...EFFECTS.map((effect) => ({ ...statement, effect, key: 'none' as const })),
        ...ANSWERS.map((form) => ({ ...statement, form })),
        { ...statement, key: 'none' },
        { ...statement, ambient: true },
        { ...statement, via: 'itself' },
        { ...statement, asked: 'named' },
        { ...statement, outcome: 'success' },
        { ...statement, style: 'wrap' },
      ];
    case 'guard':
      return [
        ...GUARDS.map((guard) => ({ ...statement, guard })),
        { ...statement, record: 'before' },
        { ...statement, record: 'after' },
        { ...statement, form: 'exit' },
        { ...statement, form: 'wrap' },
        { ...statement, ambient: true },
      ];
    case 'branch':
      return [
        { ...statement, field: 'urgent' },
        { ...statement, form: 'then' },
        { ...statement, form: 'else' },
      ];
    case 'items':
      return [{ ...statement, form: 'for-of' }];
    case 'attempt':
      return [{ ...statement, rethrow: false }];
    case 'database':
      return SETTLE.map((settle) => ({ ...statement, settle }));
    case 'transaction':
      return [...SETTLE.map((settle) => ({ ...statement, settle })), { ...statement, offsets: 'next' }];
    case 'commit-offsets':
      return [{ ...statement, offset: 'next' }];
    case 'heartbeat':
      return [];
  }
}
