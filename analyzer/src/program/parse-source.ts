import ts from '../typescript.ts';
import { programOptions } from './program-options.ts';

/** What a program asks of its host when it creates a file, learnt from a program so that a file parsed before fits it. */
export const parseOptions: ts.CreateSourceFileOptions = learnFileOptions();

/** Texts of ours by name, parsed: the same objects in every program. */
const parsed = new Map<string, ts.SourceFile>();

/** Parses a text, or returns what an equal text of the same name gave before. May throw when the stack is exhausted. */
export function parseSource(fileName: string, text: string): ts.SourceFile {
  const seen = parsed.get(fileName);
  const file = seen?.text === text ? seen : ts.createSourceFile(fileName, text, parseOptions, false);
  parsed.set(fileName, file);
  return file;
}

function learnFileOptions(): ts.CreateSourceFileOptions {
  let learnt: ts.CreateSourceFileOptions = { languageVersion: ts.ScriptTarget.ESNext };
  const host: ts.CompilerHost = {
    getSourceFile(fileName, options) {
      if (typeof options === 'object') learnt = options;
      return ts.createSourceFile(fileName, '', options);
    },
    getDefaultLibFileName: () => '',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (fileName) => fileName,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: () => false,
    readFile: () => undefined,
  };
  ts.createProgram({ rootNames: ['/learn.ts'], options: programOptions, host });
  return learnt;
}
