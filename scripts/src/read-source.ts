import ts from 'typescript';

/** Something a source file says, and the line (1-based) where it says it. */
export interface Mention {
  readonly text: string;
  readonly line: number;
}

export interface Import extends Mention {
  /** Only types are imported: nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/** What the checks of this folder need to know about a source file. */
export interface Source {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** String literals that are not import specifiers. */
  readonly strings: readonly Mention[];
  /** Uses of the globals `process` and `console`. */
  readonly globals: readonly Mention[];
}

export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const strings: Mention[] = [];
  const globals: Mention[] = [];
  const mention = (node: ts.Node, said: string): Mention => ({
    text: said,
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
  });
  const visit = (node: ts.Node): void => {
    if (isSpecifier(node)) imports.push({ ...mention(node, node.text), typesOnly: importsTypesOnly(node.parent) });
    else if (ts.isStringLiteralLike(node)) strings.push(mention(node, node.text));
    if (ts.isIdentifier(node) && isAmbientUse(node)) globals.push(mention(node, node.text));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, strings, globals };
}

function isSpecifier(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function importsTypesOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isLiteralTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

/** A local variable of the same name counts too; calling it otherwise is the easier way out. */
function isAmbientUse(node: ts.Identifier): boolean {
  if (node.text !== 'process' && node.text !== 'console') return false;
  return !('name' in node.parent && node.parent.name === node);
}
