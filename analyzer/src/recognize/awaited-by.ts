import ts from '../typescript.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { tagsOf } from './tags-of.ts';

/** How to wait for what is no promise: a function, and the package that it is imported from. */
export interface Waiter {
  readonly name: string;
  readonly from: string;
}

/** How to wait for what a call gives; undefined for promises, and for what nobody has to wait for. */
export function waiterFor(knowledge: Knowledge, call: AnyCall, env: Env | undefined): Waiter | undefined {
  const { library, functions } = knowledge.calleesOf(call, env);
  if (functions.length > 0) return undefined;
  const [first, ...others] = library.map(({ declaration }) => waiterOf(knowledge.checker, declaration));
  return others.every((other) => other?.name === first?.name) ? first : undefined;
}

function waiterOf(checker: Knowledge['checker'], declaration: ts.Node): Waiter | undefined {
  const signature = ts.isFunctionLike(declaration) ? checker.getSignatureFromDeclaration(declaration) : undefined;
  const declarations = signature?.getReturnType().getSymbol()?.declarations ?? [];
  const tag = declarations.flatMap((each) => tagsOf(each)).find(({ verb }) => verb === 'awaited-by');
  const name = tag?.values.get('label');
  const from = tag?.values.get('of');
  return name === undefined || from === undefined ? undefined : { name, from };
}
