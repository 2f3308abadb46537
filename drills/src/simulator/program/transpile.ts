import { SourceMap } from 'node:module';
import { transform } from 'sucrase';

export interface Transpiled {
  readonly code: string;
  /** Where a position of the code comes from; lines and columns count from 0. */
  readonly origin: (line: number, column: number) => { readonly line: number; readonly column: number };
}

/** Takes the types out, and turns imports into calls of `require`. Throws for a file that cannot be parsed. */
export function transpile(file: string, text: string): Transpiled {
  if (isPlainScript(file, text)) return { code: text, origin: (line, column) => ({ line, column }) };
  const { code, sourceMap } = transform(text, {
    transforms: /\.[cm]?tsx?$/.test(file) ? ['typescript', 'imports'] : ['imports'],
    filePath: file,
    sourceMapOptions: { compiledFilename: file },
    disableESTransforms: true,
  });
  let map: SourceMap | undefined;
  return {
    code,
    origin: (line, column) => {
      map ??= new SourceMap({ ...emptyMap, ...sourceMap });
      const entry = map.findEntry(line, column);
      return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : { line, column };
    },
  };
}

const emptyMap = { version: 3, file: '', sources: [], sourcesContent: [], names: [], mappings: '', sourceRoot: '' };

function isPlainScript(file: string, text: string): boolean {
  return /\.c?js$/.test(file) && !/^\s*(?:import|export)\b/m.test(text);
}
