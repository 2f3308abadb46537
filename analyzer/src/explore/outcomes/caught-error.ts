import ts from '../../typescript.ts';
import { someNode } from '../../program/nodes-in.ts';
import type { Env } from '../../recognize/env.ts';
import { UNEQUAL } from '../../recognize/equality.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';
import { stripExpression } from '../../recognize/strip.ts';
import type { Ref } from '../../recognize/value.ts';
import { contains } from '../../recognize/contains.ts';

/** What catches: a clause, the function given to `.catch`, or the method of a filter. */
export type Catcher = ts.CatchClause | ts.Expression | ts.MethodDeclaration;

/** Which answer to a condition means that the error is of a class that the code knows; undefined if it asks otherwise. */
export function recognisedBy(
  knowledge: Knowledge,
  catcher: Catcher,
  condition: ts.Expression,
  env: Env | undefined,
): boolean | 'either' | undefined {
  const asked = ts.isCaseClause(condition.parent) ? condition.parent.parent.parent.expression : condition;
  if (!mentionsError(knowledge, catcher, asked, env, 0)) return undefined;
  const node = stripExpression(condition);
  if (ts.isBinaryExpression(node)) return !UNEQUAL.has(node.operatorToken.kind);
  // Of `error.retriable` nobody can say whether it or its absence is the class.
  return ts.isPropertyAccessExpression(node) ? 'either' : true;
}

const DEPTH = 4;

function mentionsError(
  knowledge: Knowledge,
  catcher: Catcher,
  root: ts.Node,
  env: Env | undefined,
  depth: number,
): boolean {
  return someNode(root, (node) => ts.isIdentifier(node) && isError(knowledge, catcher, node, env, depth));
}

function isError(
  knowledge: Knowledge,
  catcher: Catcher,
  name: ts.Identifier,
  env: Env | undefined,
  depth: number,
): boolean {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  if (declaration === undefined || depth > DEPTH) return false;
  const caught = caughtName(catcher);
  if (caught !== undefined && contains(caught, declaration)) return true;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
    return mentionsError(knowledge, catcher, declaration.initializer, env, depth + 1);
  }
  const handed = ts.isParameter(declaration) ? argumentFor(declaration, env) : undefined;
  return handed !== undefined && mentionsError(knowledge, catcher, handed.node, handed.env, depth + 1);
}

function argumentFor(parameter: ts.ParameterDeclaration, env: Env | undefined): Ref | undefined {
  for (let at = env; at !== undefined; at = at.closure) {
    const binding = at.bindings.get(parameter);
    if (binding?.kind === 'argument') return binding.ref;
  }
  return undefined;
}

/** The name, or the pattern of names, that the error is given. */
function caughtName(catcher: Catcher): ts.Node | undefined {
  if (ts.isCatchClause(catcher)) return catcher.variableDeclaration;
  return isFunctionNode(catcher) ? catcher.parameters[0] : undefined;
}
