import ts from '../typescript.ts';
import { isFunctionNode, returnedExpressions } from './function-node.ts';
import { enterCall } from './enter-call.ts';
import type { Env } from './env.ts';
import { elementValues } from './element-values.ts';
import { fewValues } from './few-values.ts';
import { joinedValues } from './joined-values.ts';
import type { Knowledge, LibraryCall } from './knowledge.ts';
import { nameValues } from './name-values.ts';
import { memberValues } from './member-values.ts';
import { receiverOf } from './path-refs.ts';
import { classOf } from './file-tables.ts';
import { stripExpression } from './strip.ts';
import { isTagged } from './tags-of-call.ts';
import { typedValue } from './typed-value.ts';
import { OPAQUE, type Ref, type Value } from './value.ts';

/** What an expression may be: never empty, `opaque` among the answers where something could not be followed. */
export function readValues(knowledge: Knowledge, ref: Ref): readonly Value[] {
  const node = stripExpression(ref.node);
  if (node !== ref.node) return knowledge.valuesOf({ node, env: ref.env });
  const found = fewValues(read(knowledge, node, ref.env));
  return found.length === 0 ? [OPAQUE] : found;
}

function read(knowledge: Knowledge, node: ts.Expression, env: Env | undefined): readonly Value[] {
  const literal = literalValue(node);
  if (literal !== undefined) return [literal];
  if (ts.isObjectLiteralExpression(node)) return [{ kind: 'object', node, env }];
  if (ts.isArrayLiteralExpression(node)) return [{ kind: 'array', node, env }];
  if (ts.isClassExpression(node)) return [{ kind: 'class', declaration: node }];
  if (isFunctionNode(node)) return [{ kind: 'function', fn: node, closure: env, self: undefined }];
  if (ts.isIdentifier(node)) return nameValues(knowledge, node, env);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return memberValues(knowledge, node, env);
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) return selfValues(node, env);
  if (ts.isNewExpression(node)) return creationValues(knowledge, node, env);
  if (ts.isCallExpression(node)) return resultValues(knowledge, node, env);
  return operatorValues(knowledge, node, env);
}

function literalValue(node: ts.Expression): Value | undefined {
  if (ts.isStringLiteralLike(node)) return { kind: 'constant', value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: 'constant', value: Number(node.text) };
  if (ts.isBigIntLiteral(node)) return { kind: 'constant', value: BigInt(node.text.slice(0, -1)) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'constant', value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'constant', value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { kind: 'constant', value: null };
  if (ts.isIdentifier(node) && node.text === 'undefined') return { kind: 'constant', value: undefined };
  return undefined;
}

function operatorValues(knowledge: Knowledge, node: ts.Expression, env: Env | undefined): readonly Value[] {
  if (ts.isConditionalExpression(node)) return chosen(knowledge, node, env);
  if (ts.isTemplateExpression(node)) return templateValues(knowledge, node, env);
  if (ts.isTaggedTemplateExpression(node))
    return [typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), env)];
  if (ts.isPrefixUnaryExpression(node)) return [negated(knowledge, node, env)];
  if (!ts.isBinaryExpression(node)) return [OPAQUE];
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return both(knowledge, node.left, node.right, env);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return both(knowledge, node.left, node.right, env);
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return knowledge.valuesOf({ node: node.right, env });
    case ts.SyntaxKind.PlusToken:
      return sumValues(knowledge, node, env);
    default:
      return [OPAQUE];
  }
}

/** Both sides, unless the condition is one constant. */
function chosen(knowledge: Knowledge, node: ts.ConditionalExpression, env: Env | undefined): readonly Value[] {
  const [condition, ...others] = knowledge.valuesOf({ node: node.condition, env });
  if (condition?.kind !== 'constant' || others.length > 0) return both(knowledge, node.whenTrue, node.whenFalse, env);
  return knowledge.valuesOf({ node: condition.value ? node.whenTrue : node.whenFalse, env });
}

function both(knowledge: Knowledge, a: ts.Expression, b: ts.Expression, env: Env | undefined): readonly Value[] {
  return [...knowledge.valuesOf({ node: a, env }), ...knowledge.valuesOf({ node: b, env })];
}

function templateValues(
  knowledge: Knowledge,
  { head, templateSpans }: ts.TemplateExpression,
  env: Env | undefined,
): readonly Value[] {
  const parts = templateSpans.map(({ expression }) => knowledge.valuesOf({ node: expression, env }));
  return joinedValues(parts, (constants) =>
    templateSpans.reduce((text, { literal }, i) => text + String(constants[i]) + literal.text, head.text),
  );
}

function sumValues(knowledge: Knowledge, { left, right }: ts.BinaryExpression, env: Env | undefined): readonly Value[] {
  const parts = [left, right].map((node) => knowledge.valuesOf({ node, env }));
  return joinedValues(parts, ([a, b]) =>
    typeof a === 'number' && typeof b === 'number' ? a + b : String(a) + String(b),
  );
}

function negated(knowledge: Knowledge, node: ts.PrefixUnaryExpression, env: Env | undefined): Value {
  const [value, ...others] = knowledge.valuesOf({ node: node.operand, env });
  if (value?.kind !== 'constant' || others.length > 0) return OPAQUE;
  if (node.operator === ts.SyntaxKind.ExclamationToken) return { kind: 'constant', value: !value.value };
  if (node.operator === ts.SyntaxKind.MinusToken && typeof value.value === 'number') {
    return { kind: 'constant', value: -value.value };
  }
  return OPAQUE;
}

function selfValues(node: ts.Expression, env: Env | undefined): readonly Value[] {
  for (let at = env; at !== undefined; at = at.closure) {
    if (at.self !== undefined) return [at.self];
  }
  const declaration = ts.findAncestor(node, ts.isClassLike);
  return declaration === undefined ? [OPAQUE] : [{ kind: 'instance', declaration, creation: undefined }];
}

function creationValues(knowledge: Knowledge, node: ts.NewExpression, env: Env | undefined): readonly Value[] {
  const declaration = classOf(node.expression, knowledge.checker);
  if (declaration !== undefined && !declaration.getSourceFile().isDeclarationFile) {
    return [{ kind: 'instance', declaration, creation: { node, env } }];
  }
  const classes = knowledge.valuesOf({ node: node.expression, env });
  const own = classes.flatMap((value) => (value.kind === 'class' ? [value.declaration] : []));
  if (own.length > 0)
    return own.map((declared) => ({ kind: 'instance', declaration: declared, creation: { node, env } }));
  const wraps = isTagged(knowledge, node, env, 'same');
  const [wrapped] = node.arguments ?? [];
  if (wraps && wrapped !== undefined) return knowledge.valuesOf({ node: wrapped, env });
  return [typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), env)];
}

function resultValues(knowledge: Knowledge, node: ts.CallExpression, env: Env | undefined): readonly Value[] {
  const bound = boundFunctions(knowledge, node, env);
  if (bound.length > 0) return bound;
  const { functions, library, complete } = knowledge.calleesOf(node, env);
  if (functions.length > 0) {
    const results = functions.flatMap((fn) => {
      const inside = enterCall(knowledge, fn, node, env);
      if (inside === undefined) return [OPAQUE];
      return returnedExpressions(fn.fn).flatMap((result) => knowledge.valuesOf({ node: result, env: inside }));
    });
    return complete ? results : [...results, OPAQUE];
  }
  const passed = library.flatMap(({ tags }) =>
    tags.some((tag) => tag.verb === 'same') ? node.arguments.slice(0, 1) : [],
  );
  if (passed.length > 0) return passed.flatMap((argument) => knowledge.valuesOf({ node: argument, env }));
  if (library.some(({ tags }) => tags.some(({ verb }) => verb === 'merge'))) {
    return [{ kind: 'merged', parts: node.arguments.map((argument) => ({ node: argument, env })) }];
  }
  const selected = selectedValues(knowledge, node, env, library);
  if (selected.length > 0) return selected;
  const stored = knowledge.containerValues(node, env);
  if (stored.length > 0) return stored;
  return [typedValue(knowledge, node, resultType(knowledge, node, library), env)];
}

/** On an untyped receiver the checker knows no type, but the stub's member does. */
function resultType(knowledge: Knowledge, node: ts.CallExpression, library: readonly LibraryCall[]): ts.Type {
  const { checker } = knowledge;
  const type = checker.getTypeAtLocation(node);
  const declaration = library[0]?.declaration;
  if ((type.flags & ts.TypeFlags.Any) === 0 || declaration === undefined || !ts.isFunctionLike(declaration))
    return type;
  return checker.getSignatureFromDeclaration(declaration)?.getReturnType() ?? type;
}

/** What a method of a collection picks from it: some of its elements (`subset`), or one (`element`). */
function selectedValues(
  knowledge: Knowledge,
  node: ts.CallExpression,
  env: Env | undefined,
  library: readonly LibraryCall[],
): readonly Value[] {
  const verbs = new Set(library.flatMap(({ tags }) => tags.map(({ verb }) => verb)));
  const receiver = receiverOf(node);
  if (receiver === undefined) return [];
  if (verbs.has('subset')) return knowledge.valuesOf({ node: receiver, env });
  return verbs.has('element') ? elementValues(knowledge, receiver, env).filter((value) => value.kind !== 'opaque') : [];
}

/** `handler.handle.bind(handler)`. */
function boundFunctions(knowledge: Knowledge, node: ts.CallExpression, env: Env | undefined): readonly Value[] {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'bind') return [];
  const [target] = node.arguments;
  const [self] = target === undefined ? [] : knowledge.valuesOf({ node: target, env });
  return knowledge
    .valuesOf({ node: callee.expression, env })
    .flatMap((value) => (value.kind === 'function' ? [{ ...value, self: value.self ?? self }] : []));
}
