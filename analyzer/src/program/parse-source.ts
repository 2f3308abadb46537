import ts from '../typescript.ts';
import { programOptions } from './program-options.ts';

/** What a program asks of its host when it creates a file, learnt from a program so that a file parsed before fits it. */
const fileOptions: ts.CreateSourceFileOptions = learnFileOptions();

/** Parsed files by name. An edit replaces one entry; everything else is the same object in every later program. */
const parsed = new Map<string, ts.SourceFile>();
const mostKept = 8000;

/** Parses a text, or returns what an equal text of the same name gave before. May throw when the stack is exhausted. */
export function parseSource(fileName: string, text: string): ts.SourceFile {
  const seen = parsed.get(fileName);
  // Taken out and put back, so that the first entry is the one that was not asked for the longest.
  parsed.delete(fileName);
  const file = seen?.text === text ? seen : ts.createSourceFile(fileName, text, fileOptions, false);
  parsed.set(fileName, file);
  if (parsed.size > mostKept) forgetOldest();
  return file;
}

/** A file that a failed program has left half bound must not be used again. */
export function forgetParsed(fileName: string): void {
  parsed.delete(fileName);
}

function forgetOldest(): void {
  const oldest = parsed.keys().next();
  if (oldest.done !== true) parsed.delete(oldest.value);
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
