import ts from '../typescript.ts';
import { returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Ref } from '../recognize/value.ts';

const DEPTH = 6;

/** Where a value that is handed on by names and helpers of the workspace is written. */
export function introducedAt(knowledge: Knowledge, { node, env }: Ref, depth = 0): ts.Expression {
  const at = stripExpression(node);
  if (depth > DEPTH) return at;
  const [only, ...others] = writtenFor(knowledge, { node: at, env });
  return only === undefined || others.length > 0 ? at : introducedAt(knowledge, only, depth + 1);
}

function writtenFor(knowledge: Knowledge, { node, env }: Ref): readonly Ref[] {
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const name = ts.isIdentifier(node) ? node : node.name;
    if (!ts.isIdentifier(name)) return [];
    return (symbolAt(knowledge, name)?.declarations ?? []).flatMap((declaration): readonly Ref[] => {
      const isHolder =
        ts.isVariableDeclaration(declaration) ||
        ts.isPropertyAssignment(declaration) ||
        ts.isPropertyDeclaration(declaration);
      return isHolder && declaration.initializer !== undefined ? [{ node: declaration.initializer, env }] : [];
    });
  }
  if (!ts.isCallExpression(node)) return [];
  return knowledge
    .calleesOf(node, env)
    .functions.flatMap(({ fn }) =>
      returnedExpressions(fn).map((returned): Ref => ({ node: returned, env: undefined })),
    );
}
