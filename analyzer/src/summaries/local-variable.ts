import ts from '../typescript.ts';
import type { AssignStep } from '../flow/flow-graph.ts';
import { isCaught } from '../recognize/caught-name.ts';
import { envOf, type Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { ConditionTest } from './condition.ts';
import { numberOf } from './number-value.ts';

/** A variable of one call of a function, which conditions ask for: whether it is truthy, or which number it is. */
export interface LocalVariable {
  readonly slot: string;
  readonly kind: 'flag' | 'number';
}

/** Undefined for what lives longer than the call: a module's variable is remembered from message to message. */
export function localVariable(
  knowledge: Knowledge,
  name: ts.Identifier,
  env: Env | undefined,
): LocalVariable | undefined {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const home = envOf(enclosingFunction(declaration), env);
  if (home === undefined) return undefined;
  const { initializer } = declaration;
  const isNumber = initializer !== undefined && ts.isNumericLiteral(stripExpression(initializer));
  const slot = `local ${String(knowledge.envs.idOf(declaration))}@${String(home.id)}`;
  return { slot, kind: isNumber ? 'number' : 'flag' };
}

/** Whether a slot is that of a variable, and not of a function's answer. */
export function isLocalSlot(slot: string): boolean {
  return slot.startsWith('local ');
}

/** Whether a condition asks for a variable that the code itself keeps. */
export function asksLocal(test: ConditionTest): boolean {
  if (test.kind === 'opaque') return test.local;
  return test.kind === 'number' || (test.kind === 'slot' && isLocalSlot(test.slot));
}

/** What an assignment makes of a number; undefined where it cannot be seen. */
export function numberAfter(
  knowledge: Knowledge,
  value: AssignStep['value'],
  env: Env | undefined,
): number | 'one more' | 'one less' | undefined {
  if (value === 'one more' || value === 'one less') return value;
  return value === 'nothing' ? undefined : numberOf(knowledge, value, env);
}

/** Whether a variable is truthy after an assignment; undefined where it may be either. */
export function truthAfter(
  knowledge: Knowledge,
  value: AssignStep['value'],
  env: Env | undefined,
): boolean | undefined {
  if (value === 'nothing') return false;
  if (typeof value === 'string') return undefined;
  const node = stripExpression(value);
  if (ts.isIdentifier(node) && isCaught(knowledge, node)) return true;
  const known = knowledge.valuesOf({ node, env }).map((found) => {
    if (found.kind === 'constant') return Boolean(found.value);
    if (found.kind === 'opaque') return undefined;
    return found.kind === 'library' ? isThere(knowledge, value) : true;
  });
  const [first] = known;
  return first !== undefined && known.every((truth) => truth === first) ? first : undefined;
}

/** A library's object that its type says is always there. */
function isThere({ checker }: Knowledge, value: ts.Expression): boolean | undefined {
  const declared = checker.getTypeAtLocation(value);
  const type = checker.getAwaitedType(declared) ?? declared;
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => (part.flags & ts.TypeFlags.Object) !== 0) ? true : undefined;
}
