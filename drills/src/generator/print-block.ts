import { braced, indented, type Lines } from './emitter.ts';
import { printAnswered } from './print-answered.ts';
import { printEffect } from './print-effects.ts';
import { printGuard } from './print-guards.ts';
import { offsetsOf, printCommitOffsets, printDatabase, printTransaction } from './print-transactions.ts';
import type { AttemptStatement, Block, BranchStatement, ItemsStatement, Statement } from './program.ts';
import type { Scope } from './scope.ts';

export function printBlock(block: Block, scope: Scope): Lines {
  return block.flatMap((statement) => printStatement(statement, scope));
}

function printStatement(statement: Statement, scope: Scope): Lines {
  const body = (block: Block) => (inner: Scope) => printBlock(block, inner);
  const batch = scope.program.delivery.kind === 'each-batch';
  switch (statement.kind) {
    case 'effect':
      return printEffect(statement, scope);
    case 'answered':
      return printAnswered(statement, scope, body(statement.body));
    case 'guard':
      return printGuard(statement, scope, body(statement.body));
    case 'branch':
      return printBranch(statement, scope);
    case 'items':
      return printItems(statement, scope);
    case 'attempt':
      return printAttempt(statement, scope);
    case 'database':
      return printDatabase(statement.settle, scope, body(statement.body));
    case 'transaction': {
      const offsets = offsetsOf(statement.offsets, false, batch);
      return printTransaction({ settle: statement.settle, offsets }, scope, body(statement.body));
    }
    case 'commit-offsets':
      return printCommitOffsets(statement.offset === 'raw', batch, scope);
    case 'heartbeat':
      return ['await heartbeat();'];
  }
}

function printBranch({ field, form, body, otherwise }: BranchStatement, scope: Scope): Lines {
  const then = printBlock(body, scope);
  const rest = printBlock(otherwise, scope);
  const condition = `order.${field}`;
  if (form === 'exit') return [...braced(`if (${condition}) {`, [...then, ...scope.exit]), ...rest];
  if (form === 'then' || rest.length === 0) return [...braced(`if (${condition}) {`, then), ...rest];
  return [`if (${condition}) {`, ...indented(then), '} else {', ...indented(rest), '}'];
}

function printItems({ form, body }: ItemsStatement, scope: Scope): Lines {
  if (form === 'for-of') {
    return braced('for (const item of order.items) {', printBlock(body, { ...scope, item: true, exit: ['continue;'] }));
  }
  const inner = printBlock(body, { ...scope, item: true, exit: ['return;'] });
  const head = scope.program.language === 'typescript' ? 'async (item: Item)' : 'async (item)';
  return ['await Promise.all(', ...indented(braced(`order.items.map(${head} => {`, inner, '}),')), ');'];
}

function printAttempt({ body, rescue, rethrow, last }: AttemptStatement, scope: Scope): Lines {
  const end = rethrow ? ['throw error;'] : ["console.error('went on without', error);"];
  const caught = ['} catch (error) {', ...indented([...printBlock(rescue, scope), ...end])];
  const closing = last.length === 0 ? [] : ['} finally {', ...indented(printBlock(last, scope))];
  return ['try {', ...indented(printBlock(body, scope)), ...caught, ...closing, '}'];
}
