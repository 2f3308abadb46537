import ts from '../typescript.ts';
import { enterCall } from './enter-call.ts';
import { returnedExpressions } from './function-node.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { HOLE } from './sql/hole.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/** SQL as far as the source shows it; every part that is not constant is one hole. */
export interface SqlText {
  readonly text: string;
  readonly holes: readonly Ref[];
  /** The literal that holds the whole text, where an edit can go. */
  readonly literal: ts.StringLiteralLike | undefined;
}

/** Reads the text at an expression; undefined when nothing of it is known. */
export function sqlTextOf(knowledge: Knowledge, ref: Ref, depth = 0): SqlText | undefined {
  const node = stripExpression(ref.node);
  if (depth > 8) return undefined;
  if (ts.isStringLiteralLike(node)) return { text: node.text, holes: [], literal: node };
  if (ts.isTemplateExpression(node)) return templateText(knowledge, node, ref, depth);
  if (ts.isTaggedTemplateExpression(node))
    return sqlTextOf(knowledge, { node: node.template, env: ref.env }, depth + 1);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return joined(
      part(knowledge, { node: node.left, env: ref.env }, depth),
      part(knowledge, { node: node.right, env: ref.env }, depth),
    );
  }
  const behind = initialOf(knowledge, node);
  if (behind !== node) return sqlTextOf(knowledge, { node: behind, env: ref.env }, depth + 1);
  const written = ts.isCallExpression(node) ? writtenBy(knowledge, node, ref) : undefined;
  return written === undefined ? constantText(knowledge, ref) : sqlTextOf(knowledge, written, depth + 1);
}

/** What the one function that a call may run gives, where it gives one expression. */
function writtenBy(knowledge: Knowledge, call: ts.CallExpression, { env }: Ref): Ref | undefined {
  const { functions, library, complete } = knowledge.calleesOf(call, env);
  const [callee, ...others] = functions;
  if (callee === undefined || others.length + library.length > 0 || !complete) return undefined;
  const [returned, ...more] = returnedExpressions(callee.fn);
  const entered = enterCall(knowledge, callee, call, env);
  return returned === undefined || more.length > 0 || entered === undefined
    ? undefined
    : { node: returned, env: entered };
}

function constantText(knowledge: Knowledge, ref: Ref): SqlText | undefined {
  const [value, ...others] = knowledge.valuesOf(ref);
  if (value?.kind !== 'constant' || others.length > 0 || typeof value.value !== 'string') return undefined;
  return { text: value.value, holes: [], literal: undefined };
}

function part(knowledge: Knowledge, ref: Ref, depth: number): SqlText {
  return sqlTextOf(knowledge, ref, depth + 1) ?? { text: HOLE, holes: [ref], literal: undefined };
}

function templateText(knowledge: Knowledge, node: ts.TemplateExpression, ref: Ref, depth: number): SqlText {
  let whole: SqlText = { text: node.head.text, holes: [], literal: undefined };
  for (const span of node.templateSpans) {
    whole = joined(whole, part(knowledge, { node: span.expression, env: ref.env }, depth));
    whole = { ...whole, text: whole.text + span.literal.text };
  }
  return whole;
}

function joined(a: SqlText, b: SqlText): SqlText {
  return { text: a.text + b.text, holes: [...a.holes, ...b.holes], literal: undefined };
}
