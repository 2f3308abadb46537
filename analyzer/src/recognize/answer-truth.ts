import ts from '../typescript.ts';
import { isCaught } from './caught-name.ts';
import { EQUAL, UNEQUAL } from './equality.ts';
import { nameText } from './function-node.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { stripExpression } from './strip.ts';
import { symbolAt } from './symbol-at.ts';

/** Calls, and the expressions that may be their result. */
export interface Answered {
  readonly calls: readonly ts.Node[];
  readonly values: readonly ts.Expression[];
}

/**
 * What a condition says of a result that is written out: `result`, `!result.ok`, `result.status === 'failed'`; undefined
 * where it asks something else, or where the results differ.
 */
export function truthOf(knowledge: Knowledge, condition: ts.Expression, answered: Answered): boolean | undefined {
  const truths = answered.values.map((value) => new Asked(knowledge, answered.calls, value).truth(condition));
  const [first] = truths;
  return truths.every((one) => one === first) ? first : undefined;
}

/** One value of the result. */
class Asked {
  readonly #knowledge: Knowledge;
  readonly #calls: readonly ts.Node[];
  readonly #value: ts.Expression;

  constructor(knowledge: Knowledge, calls: readonly ts.Node[], value: ts.Expression) {
    this.#knowledge = knowledge;
    this.#calls = calls;
    this.#value = value;
  }

  truth(asked: ts.Expression): boolean | undefined {
    const condition = stripExpression(asked);
    if (ts.isCaseClause(condition.parent)) {
      return this.#isEqual(condition.parent.parent.parent.expression, condition);
    }
    if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
      const inner = this.truth(condition.operand);
      return inner === undefined ? undefined : !inner;
    }
    if (ts.isBinaryExpression(condition)) return this.#compared(condition);
    const value = this.#of(condition);
    if (value !== undefined) return this.#truthiness(value);
    // `const isStored = answer === 'stored'`
    const initial = initialOf(this.#knowledge, condition);
    return initial === condition ? undefined : this.truth(initial);
  }

  #compared({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean | undefined {
    if (!EQUAL.has(kind) && !UNEQUAL.has(kind)) return undefined;
    const isEqual = this.#isEqual(left, right);
    return isEqual === undefined ? undefined : isEqual === EQUAL.has(kind);
  }

  #isEqual(asked: ts.Expression, right: ts.Expression): boolean | undefined {
    const value = this.#of(asked);
    const one = value === undefined ? undefined : this.#constant(value);
    const other = this.#constant(stripExpression(right));
    if (value !== undefined && other !== undefined && this.#isThere(value)) return EMPTY.has(other) ? false : undefined;
    return one === undefined || other === undefined ? undefined : one === other;
  }

  #truthiness(value: ts.Expression): boolean | undefined {
    if (this.#isThere(value)) return true;
    const constant = this.#constant(value);
    return constant === undefined ? undefined : !EMPTY.has(constant);
  }

  /** What is made on the spot, or has been thrown. */
  #isThere(value: ts.Expression): boolean {
    if (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value)) return true;
    return ts.isIdentifier(value) && isCaught(this.#knowledge, value);
  }

  /** A literal as text, each kind apart from the others; a name for one, such as a member of an enumeration. */
  #constant(value: ts.Expression): string | undefined {
    const written = constantOf(value);
    if (written !== undefined || ts.isLiteralExpression(value)) return written;
    const [only, ...others] = this.#knowledge.valuesOf({ node: value, env: undefined });
    return only?.kind === 'constant' && others.length === 0 ? textOf(only.value) : undefined;
  }

  /** The part of the result that an expression reads. */
  #of(asked: ts.Expression): ts.Expression | undefined {
    const node = stripExpression(asked);
    if (this.#calls.includes(node)) return stripExpression(this.#value);
    if (ts.isPropertyAccessExpression(node)) {
      const object = this.#of(node.expression);
      const isMissing = object !== undefined && node.questionDotToken !== undefined && isNothing(object);
      return isMissing ? NOTHING : property(object, node.name.text);
    }
    const symbol = ts.isIdentifier(node) ? symbolAt(this.#knowledge, node) : undefined;
    if (symbol === undefined || this.#knowledge.index.assignmentsTo(symbol).length > 0) return undefined;
    return symbol.valueDeclaration === undefined ? undefined : this.#declared(symbol.valueDeclaration);
  }

  #declared(declaration: ts.Node): ts.Expression | undefined {
    if (ts.isVariableDeclaration(declaration)) {
      return declaration.initializer === undefined ? undefined : this.#of(declaration.initializer);
    }
    if (!ts.isBindingElement(declaration) || !ts.isObjectBindingPattern(declaration.parent)) return undefined;
    const name = nameText(declaration.propertyName ?? declaration.name);
    return name === undefined ? undefined : property(this.#declared(declaration.parent.parent), name);
  }
}

function property(value: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (value === undefined || !ts.isObjectLiteralExpression(value)) return undefined;
  const found = value.properties.find((one) => nameText(one.name) === name);
  if (found === undefined) return value.properties.some(mayHave) ? undefined : NOTHING;
  if (ts.isShorthandPropertyAssignment(found)) return found.name;
  return ts.isPropertyAssignment(found) ? stripExpression(found.initializer) : undefined;
}

function isNothing(value: ts.Expression): boolean {
  return ['null', 'undefined'].includes(constantOf(value) ?? '');
}

const NOTHING = ts.factory.createVoidZero();

/** Whether a part of an object has names that are not written out. */
function mayHave({ name }: ts.ObjectLiteralElementLike): boolean {
  return name === undefined || ts.isComputedPropertyName(name);
}

const EMPTY: ReadonlySet<string> = new Set(['false', 'null', 'undefined', '""', '0']);

function constantOf(value: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(value)) return JSON.stringify(value.text);
  if (ts.isNumericLiteral(value)) return value.text;
  if (ts.isVoidExpression(value)) return 'undefined';
  if (ts.isIdentifier(value)) return value.text === 'undefined' ? value.text : undefined;
  const word = ts.tokenToString(value.kind);
  return word !== undefined && CONSTANTS.has(word) ? word : undefined;
}

/** A constant as it is written. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null || ['number', 'boolean', 'undefined'].includes(typeof value) ? String(value) : undefined;
}

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
