import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { Binding } from '../recognize/value.ts';
import { askedOf } from './asked-of.ts';
import { enterFunction, oneOf, type Builder, type Continuation } from './builder.ts';
import { chainEnd } from './chain-answer.ts';
import type { StepId } from './unit-graph.ts';

/** `.catch(reject)`: a library says of the type that whoever calls it makes an exception. */
function throwsWhenCalled({ checker, slice }: Knowledge, callee: ts.Expression): boolean {
  return checker
    .getTypeAtLocation(callee)
    .getCallSignatures()
    .some(({ declaration }) => {
      if (declaration === undefined || slice.stubOf(declaration.getSourceFile()) === undefined) return false;
      return tagsOf(declaration).some(({ verb }) => verb === 'throws');
    });
}

/** `.then(f)`, `.catch(f)` and functions called where they stand; `to` has what is asked of the chain further out. */
export function callbackStep(
  builder: Builder,
  node: { readonly callee: ts.Expression; readonly of: ts.CallExpression },
  env: Env | undefined,
  { next, error, questions = [] }: Continuation,
): StepId {
  const { knowledge } = builder;
  const functions = knowledge.valuesOf({ node: node.callee, env }).filter((value) => value.kind === 'function');
  if (functions.length === 0) {
    return throwsWhenCalled(knowledge, node.callee)
      ? error
      : builder.add(node.callee, env, { kind: 'opaque', next, error });
  }
  const of = node.of.expression;
  const given: readonly Binding[] = ts.isPropertyAccessExpression(of)
    ? [{ kind: 'argument', ref: { node: of.expression, env } }]
    : node.of.arguments.map((argument) => ({ kind: 'argument', ref: { node: argument, env } }));
  const end = chainEnd(node.of);
  const entries = functions.map((fn) => {
    const asked: Pick<Continuation, 'slot' | 'questions'> =
      end === undefined ? {} : askedOf(knowledge, end, env, fn.fn);
    const all = [...(asked.questions ?? []), ...questions];
    return enterFunction(builder, fn, node.callee, env, given, {
      next,
      error,
      ...asked,
      ...(all.length > 0 ? { questions: all } : {}),
    });
  });
  return oneOf(builder, node.callee, env, entries);
}
