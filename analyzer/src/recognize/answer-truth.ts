import ts from '../typescript.ts';
import { isCaught } from './caught-name.ts';
import { EQUAL, UNEQUAL } from './equality.ts';
import { nameText } from './function-node.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { stripExpression } from './strip.ts';
import { symbolAt } from './symbol-at.ts';

/** Calls, or a variable that is given values, and the expressions that may be their result. */
export interface Answered {
  readonly calls: readonly ts.Node[];
  readonly variable?: ts.VariableDeclaration;
  readonly values: readonly ts.Expression[];
}

/**
 * What a condition says of a result that is written out: `result`, `!result.ok`, `result.status === 'failed'`; undefined
 * where it asks something else, or where the results differ.
 */
export function truthOf(knowledge: Knowledge, condition: ts.Expression, answered: Answered): boolean | undefined {
  const truths = answered.values.map((value) => new Asked(knowledge, answered, value).truth(condition));
  const [first] = truths;
  return truths.every((one) => one === first) ? first : undefined;
}

/** One value of the result. */
class Asked {
  readonly #knowledge: Knowledge;
  readonly #answered: Answered;
  readonly #value: ts.Expression;

  constructor(knowledge: Knowledge, answered: Answered, value: ts.Expression) {
    this.#knowledge = knowledge;
    this.#answered = answered;
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
    if (kind === ts.SyntaxKind.InKeyword) return this.#isMember(left, right);
    if (kind === ts.SyntaxKind.InstanceOfKeyword) return this.#isInstance(left, right);
    if (!EQUAL.has(kind) && !UNEQUAL.has(kind)) return this.#isOrdered(left, kind, right);
    const isEqual = this.#isEqual(left, right);
    return isEqual === undefined ? undefined : isEqual === EQUAL.has(kind);
  }

  /** `'reason' in answer` */
  #isMember(name: ts.Expression, asked: ts.Expression): boolean | undefined {
    const object = this.#of(asked);
    if (object === undefined || !ts.isObjectLiteralExpression(object) || !ts.isStringLiteral(name)) return undefined;
    const isThere = object.properties.some((one) => nameText(one.name) === name.text);
    return isThere || !object.properties.some(mayHave) ? isThere : undefined;
  }

  /** `answer instanceof Error`: an error, where something was thrown or made, and not where anything else is written out. */
  #isInstance(asked: ts.Expression, of: ts.Expression): boolean | undefined {
    const value = this.#of(asked);
    if (value === undefined) return undefined;
    if (ts.isObjectLiteralExpression(value) || this.#constant(value) !== undefined) return false;
    const isThrown = ts.isIdentifier(value) && isCaught(this.#knowledge, value) && of.getText() === 'Error';
    const isMade = ts.isNewExpression(value) && value.expression.getText() === of.getText();
    return isThrown || isMade ? true : undefined;
  }

  #isOrdered(asked: ts.Expression, operator: ts.SyntaxKind, right: ts.Expression): boolean | undefined {
    const value = this.#of(asked);
    const [one, other] = [value, stripExpression(right)].map((node) =>
      node !== undefined && ts.isNumericLiteral(node) ? Number(node.text) : undefined,
    );
    return one === undefined || other === undefined ? undefined : ORDERED.get(operator)?.(one, other);
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
    if (this.#answered.calls.includes(node)) return stripExpression(this.#value);
    if (ts.isPropertyAccessExpression(node)) {
      const object = this.#of(node.expression);
      const isMissing = object !== undefined && node.questionDotToken !== undefined && isNothing(object);
      return isMissing ? NOTHING : property(object, node.name.text);
    }
    if (ts.isElementAccessExpression(node)) {
      const index = stripExpression(node.argumentExpression);
      return ts.isNumericLiteral(index) ? element(this.#of(node.expression), Number(index.text)) : undefined;
    }
    return ts.isIdentifier(node) ? this.#named(node) : undefined;
  }

  #named(node: ts.Identifier): ts.Expression | undefined {
    const symbol = symbolAt(this.#knowledge, node);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return undefined;
    if (declaration === this.#answered.variable) return stripExpression(this.#value);
    const { index } = this.#knowledge;
    const isOne = index.assignmentsTo(symbol).length === 0 && index.memberWritesOn(symbol).length === 0;
    return isOne ? this.#declared(declaration) : undefined;
  }

  #declared(declaration: ts.Node): ts.Expression | undefined {
    if (ts.isVariableDeclaration(declaration)) {
      return declaration.initializer === undefined ? undefined : this.#of(declaration.initializer);
    }
    return ts.isBindingElement(declaration) ? defaulted(this.#bound(declaration), declaration) : undefined;
  }

  #bound({ parent, name, propertyName, dotDotDotToken }: ts.BindingElement): ts.Expression | undefined {
    if (dotDotDotToken !== undefined) return undefined;
    const whole = this.#declared(parent.parent);
    if (ts.isArrayBindingPattern(parent)) return element(whole, indexIn(parent, name));
    const text = nameText(propertyName ?? name);
    return text === undefined ? undefined : property(whole, text);
  }
}

function indexIn({ elements }: ts.ArrayBindingPattern, name: ts.BindingName): number {
  return elements.findIndex((each) => ts.isBindingElement(each) && each.name === name);
}

/** A default stands in for what is not given. */
function defaulted(value: ts.Expression | undefined, { initializer }: ts.BindingElement): ts.Expression | undefined {
  const isMissing = value !== undefined && constantOf(value) === 'undefined';
  return isMissing && initializer !== undefined ? stripExpression(initializer) : value;
}

/** The part of a list that is written out. */
function element(value: ts.Expression | undefined, index: number): ts.Expression | undefined {
  if (value === undefined || !ts.isArrayLiteralExpression(value)) return undefined;
  if (value.elements.slice(0, index + 1).some(ts.isSpreadElement)) return undefined;
  const found = value.elements[index];
  return found === undefined ? NOTHING : stripExpression(found);
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

export const NOTHING = ts.factory.createVoidZero();

/** Whether a part of an object has names that are not written out. */
function mayHave({ name }: ts.ObjectLiteralElementLike): boolean {
  return name === undefined || ts.isComputedPropertyName(name);
}

const ORDERED: ReadonlyMap<ts.SyntaxKind, (one: number, other: number) => boolean> = new Map([
  [ts.SyntaxKind.GreaterThanToken, (one, other) => one > other],
  [ts.SyntaxKind.GreaterThanEqualsToken, (one, other) => one >= other],
  [ts.SyntaxKind.LessThanToken, (one, other) => one < other],
  [ts.SyntaxKind.LessThanEqualsToken, (one, other) => one <= other],
]);

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
