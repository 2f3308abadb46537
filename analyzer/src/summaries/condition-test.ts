import ts from '../typescript.ts';
import { promiseLink } from '../flow/expressions/promise-chain.ts';
import { enterCall } from '../recognize/enter-call.ts';
import { envOf, type Env } from '../recognize/env.ts';
import { isFunctionNode, nameText, returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { propertyTags } from '../recognize/property-tags.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { FunctionValue, Ref, Value } from '../recognize/value.ts';
import { membershipTest } from './element-access.ts';
import { negate, type ConditionTest } from './condition.ts';
import { asksForLocal } from './local-condition.ts';
import { localVariable } from './local-variable.ts';
import { numberTest } from './number-test.ts';
import { COMPARISONS, polarityOf } from './polarity.ts';
import { violationTest } from './unique-violation.ts';
import { saysWhetherThere } from './record-members.ts';
import { valueAt } from './value-at.ts';
import { saying } from './word-test.ts';
import { slotOf } from '../recognize/slot.ts';

const OPAQUE: ConditionTest = { kind: 'opaque', local: false };

/** Reads a condition as seen from one call; anything it does not recognise is opaque. */
export function conditionTest(
  knowledge: Knowledge,
  condition: ts.Expression,
  env: Env | undefined,
  slots: ReadonlySet<string>,
): ConditionTest {
  const reader = new Reader(knowledge, slots);
  if (ts.isCaseClause(condition.parent)) {
    return violationTest(knowledge, condition, env) ?? reader.readCase(condition, condition.parent, env);
  }
  const test = reader.read(condition, env, 0);
  return test.kind === 'opaque' ? { kind: 'opaque', local: asksForLocal(knowledge, condition) } : test;
}

const FALLBACKS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);

/** What is there is truthy. */
const SOLID: ReadonlySet<string> = new Set(['object', 'array', 'function', 'class', 'merged']);

function isSolid(value: Value): boolean {
  // A declared type alone may be null at run time.
  return value.kind === 'instance' ? value.creation !== undefined : SOLID.has(value.kind);
}

const CONVERSIONS = new Set(['Boolean', 'Number']);

class Reader {
  readonly #knowledge: Knowledge;
  readonly #slots: ReadonlySet<string>;

  constructor(knowledge: Knowledge, slots: ReadonlySet<string>) {
    this.#knowledge = knowledge;
    this.#slots = slots;
  }

  read(expression: ts.Expression, env: Env | undefined, depth: number): ConditionTest {
    const node = stripExpression(expression);
    if (depth > 12) return OPAQUE;
    const constant = this.#constant(node, env);
    if (constant !== undefined) return { kind: 'constant', value: Boolean(constant.value) };
    const violation = violationTest(this.#knowledge, node, env);
    return violation ?? this.#expression(node, env, depth);
  }

  /** A case is compared with the value of its switch: of a word of a record it is known what that asks. */
  readCase(condition: ts.Expression, { parent }: ts.CaseClause, env: Env | undefined): ConditionTest {
    const constant = this.#constant(stripExpression(condition), env);
    if (typeof constant?.value !== 'string' || constant.value === '') return OPAQUE;
    const asked = this.read(parent.parent.expression, env, 1);
    return asked.kind === 'source' && asked.via !== 'order'
      ? saying(asked, ts.SyntaxKind.EqualsEqualsEqualsToken, constant.value)
      : OPAQUE;
  }

  #expression(node: ts.Expression, env: Env | undefined, depth: number): ConditionTest {
    if (ts.isPrefixUnaryExpression(node)) {
      const isNot = node.operator === ts.SyntaxKind.ExclamationToken;
      return isNot ? negate(this.read(node.operand, env, depth + 1)) : OPAQUE;
    }
    if (ts.isBinaryExpression(node)) {
      return numberTest(this.#knowledge, node, env, this.#slots) ?? this.#operator(node, env, depth);
    }
    if (ts.isConditionalExpression(node)) return this.#conditional(node, env, depth);
    if (ts.isCallExpression(node)) return this.#call(node, env, depth);
    if (ts.isElementAccessExpression(node)) return this.#element(node, env, depth);
    if (ts.isPropertyAccessExpression(node)) return this.#member(node, env, depth);
    return ts.isIdentifier(node) ? this.#name(node, env, depth) : OPAQUE;
  }

  #operator(node: ts.BinaryExpression, env: Env | undefined, depth: number): ConditionTest {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.InKeyword) return this.#presence(node, env);
    if (FALLBACKS.has(operator)) return this.#fallback(node, env, depth);
    if (operator === ts.SyntaxKind.MinusToken) return this.#field(node, env, depth);
    return COMPARISONS.has(operator) ? this.#comparison(node, env, depth) : OPAQUE;
  }

  #comparison(node: ts.BinaryExpression, env: Env | undefined, depth: number): ConditionTest {
    const right = this.#constant(node.right, env);
    const constant = right ?? this.#constant(node.left, env);
    if (constant === undefined) return this.#field(node, env, depth);
    const asked = this.read(right === undefined ? node.right : node.left, env, depth + 1);
    const polarity = polarityOf(node.operatorToken.kind, constant.value);
    if (asked.kind !== 'source') return polarised(asked, polarity);
    if (asked.via === 'order') return asked;
    const isField = polarity === undefined || asked.via === 'field';
    return isField ? saying(asked, node.operatorToken.kind, constant.value) : polarised(asked, polarity);
  }

  /** `rows ? rows[0] : null` asks what `rows[0]` asks. */
  #conditional(node: ts.ConditionalExpression, env: Env | undefined, depth: number): ConditionTest {
    const sides = [node.whenTrue, node.whenFalse].map((side) => this.read(side, env, depth + 1));
    const [asked, ...others] = sides.filter((side) => side.kind !== 'constant' || side.value);
    return asked !== undefined && others.length === 0 ? asked : OPAQUE;
  }

  /** `rows[0] ?? null` asks what `rows[0]` asks. */
  #fallback(node: ts.BinaryExpression, env: Env | undefined, depth: number): ConditionTest {
    const otherwise = this.#constant(node.right, env);
    const isNothing = otherwise !== undefined && !otherwise.value;
    return isNothing ? this.read(node.left, env, depth + 1) : OPAQUE;
  }

  /** A record's member against something of the message: `row.version >= event.version`. */
  #field(node: ts.BinaryExpression, env: Env | undefined, depth: number): ConditionTest {
    for (const side of [node.left, node.right]) {
      const asked = this.read(side, env, depth + 1);
      if (asked.kind === 'source') return { ...asked, via: 'order' };
    }
    return OPAQUE;
  }

  #constant(node: ts.Expression, env: Env | undefined): { readonly value: unknown } | undefined {
    const values = this.#knowledge.valuesOf({ node, env });
    const [value, ...others] = values;
    if (value?.kind === 'constant' && others.length === 0) return { value: value.value };
    return values.every(isSolid) ? { value: true } : undefined;
  }

  #call(node: ts.CallExpression, env: Env | undefined, depth: number): ConditionTest {
    if (membershipTest(node) !== undefined) return this.#presence(node, env);
    const { functions, library } = this.#knowledge.calleesOf(node, env);
    if (functions.length > 0) return this.#helper(node, env, functions, depth);
    const asked = this.#question(node, env) ?? this.#chain(node, env);
    if (asked !== undefined) return asked;
    if (this.#answersAnew(node, env)) return OPAQUE;
    // `Boolean(row)`, and `.returning()` or `.first()` behind the question.
    const converted = CONVERSIONS.has(nameText(node.expression) ?? '') ? node.arguments[0] : undefined;
    const behind = converted ?? (library.length > 0 ? receiverOf(node) : undefined);
    return behind === undefined ? OPAQUE : this.read(behind, env, depth + 1);
  }

  /** A helper that only passes an answer on is seen through; one that decides is followed by its result. */
  #helper(
    node: ts.CallExpression,
    env: Env | undefined,
    functions: readonly FunctionValue[],
    depth: number,
  ): ConditionTest {
    const [fn, ...others] = functions;
    const seen = fn !== undefined && others.length === 0 ? this.#result(node, env, fn, depth) : OPAQUE;
    const slot = slotOf(this.#knowledge, node, env);
    return seen.kind === 'opaque' && this.#slots.has(slot) ? { kind: 'slot', slot, positive: true } : seen;
  }

  /** `save().then(() => true).catch(() => false)`: the handlers have told what they give. */
  #chain(node: ts.CallExpression, env: Env | undefined): ConditionTest | undefined {
    const slot = slotOf(this.#knowledge, node, env);
    return this.#slots.has(slot) ? { kind: 'slot', slot, positive: true } : undefined;
  }

  /** `find().then(() => 'found')`: what is given says nothing of what was found. */
  #answersAnew(node: ts.CallExpression, env: Env | undefined): boolean {
    const handler = promiseLink(node)?.onFulfilled;
    if (handler === undefined || !isFunctionNode(handler)) return false;
    return returnedExpressions(handler).every((given) =>
      this.#knowledge.valuesOf({ node: given, env }).every(({ kind }) => kind === 'constant' || kind === 'object'),
    );
  }

  #question(node: ts.CallExpression, env: Env | undefined): ConditionTest | undefined {
    const meanings = meaningsOf(this.#knowledge, node, env);
    if (meanings.some((m) => m.kind === 'control' && m.verb === 'is-active')) return { kind: 'active', positive: true };
    if (meanings.some((m) => m.kind === 'control' && m.verb === 'is-stale')) return { kind: 'stale', positive: true };
    const asks = meanings.some(
      (m) => m.kind === 'read' || m.kind === 'write' || (m.kind === 'container' && m.verb === 'check'),
    );
    return asks ? { kind: 'source', of: this.#key(node, env), via: 'presence', positive: true } : undefined;
  }

  #result(node: ts.CallExpression, env: Env | undefined, fn: FunctionValue, depth: number): ConditionTest {
    const inside = enterCall(this.#knowledge, fn, node, env);
    const [result, ...others] = returnedExpressions(fn.fn);
    if (inside === undefined || result === undefined || others.length > 0) return OPAQUE;
    return this.read(result, inside, depth + 1);
  }

  #element(node: ts.ElementAccessExpression, env: Env | undefined, depth: number): ConditionTest {
    const below = this.read(node.expression, env, depth + 1);
    if (below.kind === 'source') return below;
    return { kind: 'source', of: this.#key(node, env), via: 'presence', positive: true };
  }

  #member(node: ts.PropertyAccessExpression, env: Env | undefined, depth: number): ConditionTest {
    const tags = propertyTags(this.#knowledge, node, env);
    if (tags.some(({ verb }) => verb === 'is-active')) return { kind: 'active', positive: true };
    if (tags.some(({ verb }) => verb === 'is-settled')) return { kind: 'active', positive: false };
    const below = this.read(node.expression, env, depth + 1);
    if (below.kind !== 'source') return OPAQUE;
    const field = node.name.text;
    return saysWhetherThere(field) ? below : { ...below, via: 'field', field };
  }

  #name(node: ts.Identifier, env: Env | undefined, depth: number): ConditionTest {
    const told = this.#declared({ node, env }, depth);
    // What was found in a store says more than that it may have been.
    if (told.kind === 'source') return told;
    const local = localVariable(this.#knowledge, node, env);
    const isFlag = local?.kind === 'flag' && this.#slots.has(local.slot);
    return isFlag ? { kind: 'slot', slot: local.slot, positive: true } : told;
  }

  #declared(use: Ref & { readonly node: ts.Identifier }, depth: number): ConditionTest {
    const symbol = symbolAt(this.#knowledge, use.node);
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined) return OPAQUE;
    if (ts.isBindingElement(declaration)) return this.#binding(declaration, use.env, depth);
    if (ts.isParameter(declaration)) return this.#parameter(declaration, use.env, depth);
    return ts.isVariableDeclaration(declaration) ? this.#variable(declaration, symbol, use, depth) : OPAQUE;
  }

  /** A variable that is given one value: what that asks. */
  #variable(declaration: ts.VariableDeclaration, symbol: ts.Symbol, use: Ref, depth: number): ConditionTest {
    const home = envOf(enclosingFunction(declaration), use.env);
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) return elementOf(this.read(loop.expression, home, depth + 1));
    if (this.#knowledge.index.countsOf(symbol).length > 0) return OPAQUE;
    const source = valueAt(this.#knowledge, declaration, symbol, use.node);
    return source === undefined ? OPAQUE : this.read(source, home, depth + 1);
  }

  #parameter(parameter: ts.ParameterDeclaration, env: Env | undefined, depth: number): ConditionTest {
    const inside = isFunctionNode(parameter.parent) ? envOf(parameter.parent, env) : undefined;
    const binding = inside?.bindings.get(parameter);
    return binding?.kind === 'argument' ? this.read(binding.ref.node, binding.ref.env, depth + 1) : OPAQUE;
  }

  /** `const { rowCount } = await …`, `const [row] = await …`. */
  #binding(element: ts.BindingElement, env: Env | undefined, depth: number): ConditionTest {
    const below = this.#holder(element.parent.parent, env, depth);
    // Whether an object is there says nothing about what is in it.
    if (below.kind !== 'source') return OPAQUE;
    if (ts.isArrayBindingPattern(element.parent)) return below;
    const name = nameText(element.propertyName ?? element.name) ?? '';
    return saysWhetherThere(name) ? below : { ...below, via: 'field', field: name };
  }

  #holder(
    holder: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement,
    env: Env | undefined,
    depth: number,
  ): ConditionTest {
    if (ts.isBindingElement(holder)) return this.#binding(holder, env, depth + 1);
    if (!ts.isVariableDeclaration(holder)) return OPAQUE;
    const loop = holder.parent.parent;
    const source = ts.isForOfStatement(loop) ? loop.expression : holder.initializer;
    return source === undefined ? OPAQUE : this.read(source, envOf(enclosingFunction(holder), env), depth + 1);
  }

  #presence(node: ts.Node, env: Env | undefined): ConditionTest {
    return { kind: 'source', of: this.#key(node, env), via: 'presence', positive: true };
  }

  #key(node: ts.Node, env: Env | undefined): string {
    return slotOf(this.#knowledge, node, env);
  }
}

function polarised(test: ConditionTest, polarity: boolean | undefined): ConditionTest {
  if (polarity === undefined) return OPAQUE;
  return polarity ? test : negate(test);
}

/** A collection that is there says nothing about its elements. */
function elementOf(collection: ConditionTest): ConditionTest {
  return collection.kind === 'constant' ? OPAQUE : collection;
}
