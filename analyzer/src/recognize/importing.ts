import ts from '../typescript.ts';

/** What is imported, and from which package. */
interface Wanted {
  readonly name: string;
  readonly from: string;
}

export interface Imported {
  /** What it is called in the file. */
  readonly name: string;
  /** What has to be written for it, at offsets of the file. */
  readonly edits: readonly { readonly at: number; readonly text: string }[];
}

/** How a module gets at an export; undefined for what has no imports, or uses the name for something else. */
export function importing(file: ts.SourceFile, { name, from }: Wanted): Imported | undefined {
  const imports = file.statements.filter(ts.isImportDeclaration);
  const fromThere = imports.filter(({ moduleSpecifier: at }) => ts.isStringLiteral(at) && at.text === from);
  const elements = fromThere.flatMap((each) => namedIn(each));
  const known = elements.find(({ propertyName, name: local }) => (propertyName ?? local).text === name);
  if (known !== undefined) return { name: known.name.text, edits: [] };
  if (new RegExp(String.raw`\b${name}\b`).test(file.text)) return undefined;
  const last = elements.at(-1);
  if (last !== undefined) return { name, edits: [{ at: last.end, text: `, ${name}` }] };
  const above = imports.at(-1);
  return above && { name, edits: [{ at: above.end, text: `\n${written(above, file, { name, from })}` }] };
}

/** Empty for `import type`, which brings no values. */
function namedIn({ importClause }: ts.ImportDeclaration): readonly ts.ImportSpecifier[] {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || ts.isNamespaceImport(bindings)) return [];
  const isOfTypes = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return isOfTypes ? [] : bindings.elements;
}

/** In the style of the import above it. */
function written(
  { moduleSpecifier, end }: ts.ImportDeclaration,
  { text }: ts.SourceFile,
  { name, from }: Wanted,
): string {
  const quote = text.charAt(moduleSpecifier.end - 1);
  const semicolon = text.charAt(end - 1) === ';' ? ';' : '';
  return `import { ${name} } from ${quote}${from}${quote}${semicolon}`;
}
