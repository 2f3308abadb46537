import { SourceMap } from 'node:module';
import ts from 'typescript';

export interface Transpiled {
  readonly code: string;
  /** Where a position of the code comes from; lines and columns count from 0. */
  readonly origin: (line: number, column: number) => { readonly line: number; readonly column: number };
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  sourceMap: true,
  inlineSourceMap: false,
  allowJs: true,
  experimentalDecorators: true,
  isolatedModules: true,
  noResolve: true,
};

/** Takes the types out, and turns imports into calls of `require`. What cannot be parsed fails when it is compiled. */
export function transpile(file: string, text: string): Transpiled {
  if (isPlainScript(file, text)) return { code: text, origin: (line, column) => ({ line, column }) };
  const { outputText, sourceMapText } = ts.transpileModule(text, { compilerOptions: options, fileName: file });
  let map: SourceMap | undefined;
  return {
    code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    origin: (line, column) => {
      map ??= new SourceMap(JSON.parse(sourceMapText ?? '{}'));
      const entry = map.findEntry(line, column);
      return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : { line, column };
    },
  };
}

function isPlainScript(file: string, text: string): boolean {
  return /\.c?js$/.test(file) && !/^\s*(?:import|export)\b/m.test(text);
}
