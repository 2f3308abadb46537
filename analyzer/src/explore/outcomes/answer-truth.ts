import ts from '../../typescript.ts';
import { EQUAL, UNEQUAL } from '../../recognize/equality.ts';
import { nameText } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { stripExpression } from '../../recognize/strip.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';

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
    if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
      const inner = this.truth(condition.operand);
      return inner === undefined ? undefined : !inner;
    }
    if (ts.isBinaryExpression(condition)) return this.#compared(condition);
    const value = this.#of(condition);
    return value === undefined ? undefined : truthiness(value);
  }

  #compared({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean | undefined {
    if (!EQUAL.has(kind) && !UNEQUAL.has(kind)) return undefined;
    const value = this.#of(left);
    const one = value === undefined ? undefined : constantOf(value);
    const other = constantOf(stripExpression(right));
    return one === undefined || other === undefined ? undefined : (one === other) === EQUAL.has(kind);
  }

  /** The part of the result that an expression reads. */
  #of(asked: ts.Expression): ts.Expression | undefined {
    const node = stripExpression(asked);
    if (this.#calls.includes(node)) return stripExpression(this.#value);
    if (ts.isPropertyAccessExpression(node)) return property(this.#of(node.expression), node.name.text);
    const declaration = ts.isIdentifier(node) ? symbolAt(this.#knowledge, node)?.valueDeclaration : undefined;
    return declaration === undefined ? undefined : this.#declared(declaration);
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
  return found !== undefined && ts.isPropertyAssignment(found) ? stripExpression(found.initializer) : undefined;
}

function truthiness(value: ts.Expression): boolean | undefined {
  if (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value)) return true;
  const constant = constantOf(value);
  return constant === undefined ? undefined : !EMPTY.has(constant);
}

const EMPTY: ReadonlySet<string> = new Set(['false', 'null', 'undefined', '""', '0']);

/** A literal as text, each kind apart from the others. */
function constantOf(value: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(value)) return JSON.stringify(value.text);
  if (ts.isNumericLiteral(value)) return value.text;
  if (ts.isIdentifier(value)) return value.text === 'undefined' ? value.text : undefined;
  const word = ts.tokenToString(value.kind);
  return word !== undefined && CONSTANTS.has(word) ? word : undefined;
}

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
