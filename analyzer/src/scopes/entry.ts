import ts from '../typescript.ts';
import type { AutoCommit } from '../facts/consumer.ts';
import { nameOf } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { LibraryCall } from '../recognize/knowledge.ts';
import type { ErrorFilter } from '../summaries/error-filter.ts';
import type { Binding, FunctionValue, Turn } from '../recognize/value.ts';
import type { Creation } from './creations.ts';
import { symbolPath } from './lasting-names.ts';
import type { TaggedUse } from './tagged-uses.ts';

/** The first line of a unit of work, as it will be called. */
export interface Entry {
  readonly kind: 'handler' | 'transaction';
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  readonly fn: FunctionValue | Turn;
  /** The env that the function is handed over in, or that the loop stands in. */
  readonly caller: Env | undefined;
  /** What is known of its parameters, by position. */
  readonly parameters: readonly (Binding | undefined)[];
  readonly library: LibraryCall;
  /** The call that hands the handler over, or the begin. */
  readonly call?: ts.CallExpression;
  readonly autoCommit: AutoCommit | undefined;
  /** The library takes a batch for processed when its handler returns; what is not known is taken for that. */
  readonly autoResolve: boolean;
  /** What is said about that; absent where the library has no such option. */
  readonly resolving?: AutoCommit;
  readonly consumers: readonly ts.Node[];
  /** The same calls, each as seen from where the handler is handed over. */
  readonly creations: readonly Creation[];
  /** The decorator that says which topics it is for; absent where its consumers subscribe to them. */
  readonly pattern?: TaggedUse;
  /** What an error of the handler is given to before its library hears of it: the first one that is for it. */
  readonly filters?: readonly ErrorFilter[];
}

/** What a person would call the function: its own name, or that of the option or variable that holds it. */
export function entryName(entry: Entry): string {
  const { fn } = entry.fn;
  if (ts.isIterationStatement(fn, false)) return loopName(fn);
  const own = isFunctionNode(fn) && 'name' in fn ? nameText(fn.name) : undefined;
  if (own !== undefined) return own;
  const holder = fn.parent;
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder)) {
    return nameText(holder.name) ?? 'handler';
  }
  if (entry.kind === 'transaction') return 'the function';
  return entry.delivery === 'each-batch' ? 'eachBatch' : 'eachMessage';
}

function loopName(loop: ts.IterationStatement): string {
  const over = ts.isForOfStatement(loop) ? nameOf(loop.expression) : '';
  return over === '' ? 'the loop' : `the loop over ${over}`;
}

/** Where the function stands and what it is called there; a function without a lasting name goes by its option. */
export function entrySymbol(entry: Entry): string {
  const { fn } = entry.fn;
  const around = symbolPath(fn.parent);
  const path = symbolPath(fn);
  if (path !== around) return path;
  return [around, optionName(entry)].filter((name) => name !== '').join('.');
}

function optionName({ kind, delivery }: Entry): string {
  if (kind === 'transaction') return 'transaction';
  return delivery === 'each-batch' ? 'eachBatch' : 'eachMessage';
}
