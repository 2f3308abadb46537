import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';
import { symbolAt } from './symbol-at.ts';

/** `error` in `catch (error)`: whoever throws throws something. */
export function isCaught(knowledge: Knowledge, name: ts.Identifier): boolean {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && ts.isCatchClause(declaration.parent);
}
