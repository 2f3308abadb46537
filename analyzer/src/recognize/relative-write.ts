import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { nameText, returnedExpressions } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { pathsOf, type Path, type Tag } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import type { Ref, Value } from './value.ts';

type Answer = 'yes' | 'no' | 'unknown';

/** Whether the written values add to what is there: `{ increment: 1 }`, `$inc`, an SQL fragment with a column. */
export function relativeAnswer(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): Answer {
  let answer: 'no' | 'unknown' = 'no';
  for (const tag of tags.filter(({ verb }) => verb === 'relative')) {
    const keys = new Set((tag.values.get('keys') ?? '').split(','));
    for (const path of pathsOf(tag, 'in')) {
      const found = refsAt(knowledge, call, path, env);
      const answers = found.refs.map((ref) => mentions(knowledge, ref, keys, 0));
      if (answers.includes('yes')) return 'yes';
      // A bare identifier from the message cannot carry an operator that the library would obey by accident.
      if (found.unknown || answers.includes('unknown')) answer = 'unknown';
    }
  }
  return answer;
}

function mentions(knowledge: Knowledge, ref: Ref, keys: ReadonlySet<string>, depth: number): Answer {
  if (depth > 5) return 'no';
  if (isRelativeFragment(knowledge, ref)) return 'yes';
  return anyOf(knowledge.valuesOf(ref).flatMap((value) => mentionsIn(knowledge, value, keys, depth)));
}

function mentionsIn(knowledge: Knowledge, value: Value, keys: ReadonlySet<string>, depth: number): readonly Answer[] {
  const within = (node: ts.Expression, env: Env | undefined): Answer =>
    mentions(knowledge, { node, env }, keys, depth + 1);
  if (value.kind === 'function') {
    return returnedExpressions(value.fn).map((made) => (isArithmetic(made) ? 'yes' : within(made, value.closure)));
  }
  if (value.kind === 'array') return value.node.elements.map((element) => within(element, value.env));
  if (value.kind !== 'object') return [value.kind === 'opaque' && depth === 0 ? 'unknown' : 'no'];
  return value.node.properties.map((property) => {
    const name = nameText(property.name);
    if (name !== undefined && keys.has(name)) return 'yes';
    if (ts.isSpreadAssignment(property)) return within(property.expression, value.env);
    if (ts.isShorthandPropertyAssignment(property)) return within(property.name, value.env);
    return ts.isPropertyAssignment(property) ? within(property.initializer, value.env) : 'no';
  });
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** A tagged SQL fragment that computes with a column: `sql\`${table.n} + ${d}\``, `raw('n + 1')`, `eb('n', '+', d)`. */
function isRelativeFragment(knowledge: Knowledge, ref: Ref): boolean {
  const fragments = knowledge.valuesOf(ref).flatMap((value) => (value.kind === 'library' ? [value] : []));
  return fragments.some(({ origin, env }) => {
    if (!ts.isCallExpression(origin) && !ts.isTaggedTemplateExpression(origin)) return false;
    const tags = tagsOfCall(knowledge, origin, env);
    return tags
      .filter((tag) => tag.verb === 'relative-value')
      .some((tag) => /[-+*/|]/.test(fragmentText(origin, pathsOf(tag, 'text')[0])));
  });
}

/** `() => 'stock - 1'`: SQL that a library pastes into the statement. */
function isArithmetic(node: ts.Expression): boolean {
  const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : '';
  return /\w\s*[-+*/|]/.test(text);
}

function fragmentText(node: ts.CallExpression | ts.TaggedTemplateExpression, path: Path | undefined): string {
  if (ts.isTaggedTemplateExpression(node)) {
    return ts.isTemplateExpression(node.template)
      ? node.template.head.text + node.template.templateSpans.map((span) => span.literal.text).join(' ')
      : node.template.text;
  }
  const text = node.arguments[typeof path?.root === 'number' ? path.root : 0];
  return text !== undefined && ts.isStringLiteralLike(text) ? text.text : '';
}
