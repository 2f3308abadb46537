import ts from '../typescript.ts';
import { parseOptions } from './parse-source.ts';

/** What a parser first stumbled over. `offset` is in UTF-16 units. */
export interface ParseError {
  readonly offset: number;
  readonly message: string;
}

const known = new WeakMap<ts.SourceFile, ParseError>();

/** TypeScript recovers from a syntax error, so the rest of the file is analysed; but what it skipped is not. */
export function syntaxErrorIn(file: ts.SourceFile): ParseError | undefined {
  if (diagnosticsOf(file).length === 0) return undefined;
  const error = known.get(file) ?? readError(file);
  if (error !== undefined) known.set(file, error);
  return error;
}

/** A parser that goes on from the tree of before words some errors otherwise than one that begins anew. */
function readError({ fileName, text }: ts.SourceFile): ParseError | undefined {
  const [first] = diagnosticsOf(ts.createSourceFile(fileName, text, parseOptions, false));
  if (first === undefined) return undefined;
  return {
    offset: first.start,
    message: ts.flattenDiagnosticMessageText(first.messageText, ' ').replace(/\.$/, ''),
  };
}

/** The compiler keeps them to itself. */
function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
}
