import ts from '../typescript.ts';
import { returnsIn } from './returns-in.ts';
import { isDeclaration, isJavaScript } from './source-kinds.ts';

/** What other files' types can rest on, in the order of the file. */
export type Exterior = readonly ExteriorPart[];

/** A statement of the top level, without the bodies of functions that say what they return, or return nothing. */
export interface ExteriorPart {
  readonly text: string;
  readonly says: Saying;
}

/** How a statement matters to what others see of its file. */
export type Saying =
  /** It gives these names their meaning, and nothing else. */
  | { readonly kind: 'declares'; readonly names: readonly string[] }
  | { readonly kind: 'renames'; readonly renamings: readonly Renaming[] }
  /** `export * from '…'` */
  | { readonly kind: 'passes' }
  /** `import * as all from '…'` */
  | { readonly kind: 'gathers'; readonly names: readonly string[] }
  /** A name that somebody has begun to type. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'anything' }
  /** It is a whole file that is not taken apart. */
  | { readonly kind: 'everything' };

/** `import { from as to } from '…'`, `export { from as to }` */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

const known = new WeakMap<ts.SourceFile, Exterior>();

/**
 * Constructors keep their bodies (fields may be typed by what they assign), and so does all of JavaScript, where bodies
 * declare members.
 */
export function exteriorOf(file: ts.SourceFile): Exterior {
  const seen = known.get(file) ?? readExterior(file);
  known.set(file, seen);
  return seen;
}

function readExterior(file: ts.SourceFile): Exterior {
  if (!isTakenApart(file)) return [{ text: file.text, says: { kind: 'everything' } }];
  return file.statements.map((statement) => ({ text: textOf(statement, file), says: sayingOf(statement) }));
}

/** Whether a change of one statement may leave the meaning of the others as it is. */
export function isTakenApart(file: ts.SourceFile): boolean {
  return ts.isExternalModule(file) && !isJavaScript(file.fileName) && !isDeclaration(file.fileName);
}

function textOf(statement: ts.Statement, file: ts.SourceFile): string {
  const kept: string[] = [];
  let from = statement.getStart(file);
  for (const { pos, end } of closedBodies(statement)) {
    kept.push(file.text.slice(from, pos));
    from = end;
  }
  return [...kept, file.text.slice(from, statement.end)].join('{}');
}

/** The outermost ones, in order. */
function closedBodies(statement: ts.Node): readonly ts.Block[] {
  const bodies: ts.Block[] = [];
  const pending: (readonly [node: ts.Node, isMember: boolean])[] = [[statement, false]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, isMember] = next;
    const body = closedBody(node, isMember);
    if (body !== undefined) bodies.push(body);
    ts.forEachChild(node, (child) => {
      if (child !== body) pending.push([child, ts.isClassLike(node)]);
    });
  }
  return bodies.sort((a, b) => a.pos - b.pos);
}

function closedBody(node: ts.Node, isMember: boolean): ts.Block | undefined {
  const mayBeClosed =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isGetAccessorDeclaration(node);
  if (!mayBeClosed || node.body === undefined || !ts.isBlock(node.body)) return undefined;
  const isDeclared = isMember || ts.isFunctionDeclaration(node);
  return node.type !== undefined || (isDeclared && givesNothing(node, node.body)) ? node.body : undefined;
}

/** That it never ends is a part of the type of a function without a result, unless it is a declaration or a method. */
function givesNothing(fn: ts.FunctionLikeDeclaration, body: ts.Block): boolean {
  return fn.asteriskToken === undefined && returnsIn(body).length === 0;
}

function sayingOf(statement: ts.Statement): Saying {
  if (ts.isImportDeclaration(statement)) return importing(statement);
  if (ts.isExportDeclaration(statement)) return exporting(statement);
  if (ts.isExpressionStatement(statement) && ts.isIdentifier(statement.expression)) return { kind: 'nothing' };
  const names = declaredNames(statement);
  return names === undefined ? { kind: 'anything' } : { kind: 'declares', names };
}

/** Undefined for what is no declaration, or has no name by which others could ask for it. */
function declaredNames(statement: ts.Statement): readonly string[] | undefined {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  if (!isNamed || statement.name === undefined) return undefined;
  const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
  return isDefault ? undefined : [statement.name.text];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function importing({ importClause }: ts.ImportDeclaration): Saying {
  const bindings = importClause?.namedBindings;
  // What is exported by default has no name: a change of it is a change of anything.
  if (bindings === undefined) return { kind: 'renames', renamings: [] };
  if (ts.isNamespaceImport(bindings)) return { kind: 'gathers', names: [bindings.name.text] };
  return { kind: 'renames', renamings: bindings.elements.map(renamingOf) };
}

function exporting({ exportClause, moduleSpecifier }: ts.ExportDeclaration): Saying {
  if (exportClause === undefined) return moduleSpecifier === undefined ? { kind: 'nothing' } : { kind: 'passes' };
  if (ts.isNamespaceExport(exportClause)) return { kind: 'gathers', names: [exportClause.name.text] };
  const renamings = exportClause.elements.map(renamingOf);
  return renamings.some(({ to }) => to === 'default') ? { kind: 'anything' } : { kind: 'renames', renamings };
}

function renamingOf({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): Renaming {
  return { from: (propertyName ?? name).text, to: name.text };
}

const reaching = ['declare global', 'declare module', 'declare namespace', 'globalThis', '@eos', '/// <reference'];

/** True for a file that may say something about files that do not import it. */
export function reachesBeyondImports(file: ts.SourceFile): boolean {
  const isScript = file.isDeclarationFile && !ts.isExternalModule(file);
  return isScript || reaching.some((text) => file.text.includes(text));
}
