import ts from '../typescript.ts';
import type { IdentityOrigin } from '../facts/producer.ts';
import type { Written } from '../facts/written.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { stripExpression } from '../recognize/strip.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { Ref } from '../recognize/value.ts';
import { writtenText } from '../recognize/written-text.ts';

/** Whether the processes of a service would use one transactional id, each its own, or a new one at every start. */
export function identityOrigin(knowledge: Knowledge, refs: readonly Ref[]): IdentityOrigin {
  const values = refs.flatMap((ref) => knowledge.valuesOf(ref));
  if (values.every((value) => value.kind === 'constant')) return 'constant';
  if (refs.some((ref) => provenanceOf(knowledge, ref).stability === 'unstable')) return 'unstable';
  return refs.some((ref) => isDerived(knowledge, ref, 0)) ? 'derived' : 'unknown';
}

const DEPTH = 5;

/** What is handed over under a name of its own, as it is written where the name gets its value. */
export function writtenIdentity(knowledge: Knowledge, { node }: Ref): Written {
  const name = stripExpression(node);
  const [value] = ts.isIdentifier(name) ? initialised(knowledge, name) : [];
  return writtenText(knowledge, value ?? name);
}

/** Made of something: an environment variable, a call, a text with a hole. */
function isDerived(knowledge: Knowledge, { node, env }: Ref, depth: number): boolean {
  const at = stripExpression(node);
  const next = (inner: ts.Expression): boolean =>
    depth < DEPTH && isDerived(knowledge, { node: inner, env }, depth + 1);
  if (ts.isTemplateExpression(at) || ts.isCallExpression(at)) return true;
  if (ts.isBinaryExpression(at)) {
    return at.operatorToken.kind === ts.SyntaxKind.PlusToken || next(at.left) || next(at.right);
  }
  if (ts.isConditionalExpression(at)) return next(at.whenTrue) || next(at.whenFalse);
  if (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) {
    return readsEnvironment(knowledge, at) || next(at.expression);
  }
  return ts.isIdentifier(at) && initialised(knowledge, at).some(next);
}

function readsEnvironment({ checker }: Knowledge, node: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return declarations.some((declaration) => tagsOf(declaration).some(({ verb }) => verb === 'env'));
}

function initialised(knowledge: Knowledge, name: ts.Identifier): readonly ts.Expression[] {
  return (symbolAt(knowledge, name)?.declarations ?? []).flatMap((declaration) =>
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined ? [declaration.initializer] : [],
  );
}
