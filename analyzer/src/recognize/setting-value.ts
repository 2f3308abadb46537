import ts from '../typescript.ts';
import { enterCall } from './enter-call.ts';
import type { Env } from './env.ts';
import { nameText, returnedExpressions } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { propertyTags } from './property-tags.ts';
import { sourceOfMember, sourceOfName } from './single-source.ts';
import { stripExpression } from './strip.ts';
import type { Tag } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import type { Constant, Ref } from './value.ts';

/**
 * What a setting is where nobody sets it. `told`: the code says so, `process.env.DEAD_LETTERS ?? 'true'`; else the setting
 * has no value, and only what that means on purpose may be read from it. Undefined for what rests on no setting.
 */
export interface Setting {
  readonly value: Constant;
  readonly told: boolean;
}

const ABSENT: Setting = { value: undefined, told: false };

/** What turns a switch off: whoever compares with that means that it is on where nobody says so. */
const OFF: ReadonlySet<Constant> = new Set<Constant>(['false', '0', 'off', 'no', 'disabled', false, 0]);
const ON: ReadonlySet<Constant> = new Set<Constant>(['true', '1', 'on', 'yes', 'enabled', true, 1]);
/** A provider that is chosen, or a credential that is there, is no switch: every deployment says its own. */
const NOTHING: ReadonlySet<Constant> = new Set<Constant>([undefined, null, '']);

const DEPTH = 7;

/** Whether a condition holds where nobody sets anything; undefined where it asks for anything but settings. */
export function settingTruth(knowledge: Knowledge, condition: Ref): boolean | undefined {
  const setting = new Reader(knowledge).read(condition, DEPTH);
  return setting?.told === true && typeof setting.value === 'boolean' ? setting.value : undefined;
}

class Reader {
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  read({ node: written, env }: Ref, depth: number): Setting | undefined {
    const node = stripExpression(written);
    if (depth === 0) return undefined;
    const at = (next: ts.Expression): Setting | undefined => this.read({ node: next, env }, depth - 1);
    if (ts.isPrefixUnaryExpression(node)) {
      return node.operator === ts.SyntaxKind.ExclamationToken ? negated(at(node.operand)) : undefined;
    }
    if (ts.isBinaryExpression(node)) return this.#operator(node, { node, env }, depth);
    if (ts.isConditionalExpression(node)) return this.#chosen(node, env, depth);
    if (ts.isCallExpression(node)) return this.#call(node, env, depth);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
      return this.#member(node, env, depth);
    return ts.isIdentifier(node) ? this.#name(node, env, depth) : undefined;
  }

  #chosen(node: ts.ConditionalExpression, env: Env | undefined, depth: number): Setting | undefined {
    const condition = this.read({ node: node.condition, env }, depth - 1);
    if (condition?.told !== true || typeof condition.value !== 'boolean') return undefined;
    return this.#side(condition.value ? node.whenTrue : node.whenFalse, env, depth);
  }

  /** One of two values that a setting decides between. */
  #side(node: ts.Expression, env: Env | undefined, depth: number): Setting | undefined {
    const constant = this.#constant(node, env);
    return constant === undefined ? this.read({ node, env }, depth - 1) : { value: constant.value, told: true };
  }

  #operator(node: ts.BinaryExpression, { env }: Ref, depth: number): Setting | undefined {
    const left = this.read({ node: node.left, env }, depth - 1);
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
        if (left === undefined || (left.value !== undefined && left.value !== null)) return left;
        return this.#side(node.right, env, depth);
      case ts.SyntaxKind.BarBarToken:
        if (left === undefined || left.value) return left;
        return this.#side(node.right, env, depth);
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return left?.told === true && left.value ? this.#side(node.right, env, depth) : left;
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.EqualsEqualsToken:
        return this.#compared(left, node.right, env);
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsToken:
        return negated(this.#compared(left, node.right, env));
      default:
        return undefined;
    }
  }

  #compared(left: Setting | undefined, right: ts.Expression, env: Env | undefined): Setting | undefined {
    const constant = this.#constant(right, env);
    if (left === undefined || constant === undefined) return undefined;
    const [given, asked] = [left.value, constant.value];
    if (!left.told) return OFF.has(asked) ? { value: false, told: true } : undefined;
    const isSwitch = isOnOrOff(asked) && (isOnOrOff(given) || NOTHING.has(given));
    return isSwitch ? { value: given === asked, told: true } : undefined;
  }

  #constant(node: ts.Expression, env: Env | undefined): { readonly value: Constant } | undefined {
    const [value, ...others] = this.#knowledge.valuesOf({ node, env });
    return value?.kind === 'constant' && others.length === 0 ? value : undefined;
  }

  #call(node: ts.CallExpression, env: Env | undefined, depth: number): Setting | undefined {
    const tag = tagsOfCall(this.#knowledge, node, env).find(({ verb }) => verb === 'env');
    if (tag !== undefined) return this.#asked(tag, node, env, depth);
    const callee = stripExpression(node.expression);
    const change = ts.isPropertyAccessExpression(callee) ? changes.get(callee.name.text) : undefined;
    if (ts.isPropertyAccessExpression(callee) && change !== undefined) {
      const receiver = this.read({ node: callee.expression, env }, depth - 1);
      return receiver === undefined ? undefined : spelt(receiver, change);
    }
    const [only] = node.arguments;
    if (nameText(callee) === 'Boolean' && only !== undefined) return this.read({ node: only, env }, depth - 1);
    return this.#result(node, env, depth);
  }

  #asked(tag: Tag, node: ts.CallExpression, env: Env | undefined, depth: number): Setting {
    const root = tag.paths.get('otherwise')?.[0]?.root;
    const otherwise = typeof root === 'number' ? node.arguments[root] : undefined;
    return (otherwise === undefined ? undefined : this.#side(otherwise, env, depth)) ?? ABSENT;
  }

  /** A function with one answer: `isEnabled()`. */
  #result(node: ts.CallExpression, env: Env | undefined, depth: number): Setting | undefined {
    const { functions, complete } = this.#knowledge.calleesOf(node, env);
    const [fn, ...others] = functions;
    if (fn === undefined || others.length > 0 || !complete) return undefined;
    const [result, ...more] = returnedExpressions(fn.fn);
    const inside = enterCall(this.#knowledge, fn, node, env);
    if (inside === undefined || result === undefined || more.length > 0) return undefined;
    return this.read({ node: result, env: inside }, depth - 1);
  }

  #member(
    node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    env: Env | undefined,
    depth: number,
  ): Setting | undefined {
    const owner = stripExpression(node.expression);
    if (ts.isPropertyAccessExpression(owner) && this.#isEnvironment(owner, env)) return ABSENT;
    const name = ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
    const [value, ...others] = this.#knowledge.valuesOf({ node: owner, env });
    if (name === undefined || value === undefined || others.length > 0) return undefined;
    const source = sourceOfMember(this.#knowledge, value, name);
    return source === undefined ? undefined : this.read(source, depth - 1);
  }

  #isEnvironment(node: ts.PropertyAccessExpression, env: Env | undefined): boolean {
    return node.name.text === 'env' && propertyTags(this.#knowledge, node, env).some(({ verb }) => verb === 'env');
  }

  #name(node: ts.Identifier, env: Env | undefined, depth: number): Setting | undefined {
    const source = sourceOfName(this.#knowledge, node, env);
    return source === undefined ? undefined : this.read(source, depth - 1);
  }
}

const changes: ReadonlyMap<string, (text: string) => string> = new Map([
  ['trim', (text) => text.trim()],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['toString', (text) => text],
]);

function spelt({ value, told }: Setting, change: (text: string) => string): Setting {
  return { value: typeof value === 'string' ? change(value) : value, told };
}

function negated(setting: Setting | undefined): Setting | undefined {
  return typeof setting?.value === 'boolean' ? { value: !setting.value, told: setting.told } : undefined;
}

function isOnOrOff(value: Constant): boolean {
  return ON.has(value) || OFF.has(value);
}
