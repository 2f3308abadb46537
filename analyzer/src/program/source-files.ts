import type ts from 'typescript';
import type { Notice } from '../facts/notice.ts';
import { buildOutline } from './build-outline.ts';
import { estimateNesting } from './nesting.ts';
import type { Outline } from './outline.ts';
import { readSource } from './read-source.ts';
import { isKafkaSpecifier } from './scan-sources.ts';
import type { SourceTrees } from './source-trees.ts';
import { hasRoomFor, isStackOverflow } from './stack-room.ts';
import type { FileContent } from './workspace-host.ts';

/** A workspace file as far as the slice has looked at it. */
export interface OutlinedFile {
  readonly file: ts.SourceFile;
  readonly outline: Outline;
  readonly nesting: number;
}

/** Reads, guards and parses workspace files, each at most once. */
export interface SourceFiles {
  /** Undefined when the file cannot be analysed; `noticesOf` says why. */
  open(path: string): OutlinedFile | undefined;
  look(path: string): Looked;
  noticesOf(path: string): readonly Notice[];
  /** What was found in the file before, if it was looked into; it is looked into again on the next question. */
  forget(path: string): Looked | undefined;
}

/** What came of looking into a file. */
export interface Looked {
  readonly outlined: OutlinedFile | undefined;
  readonly notices: readonly Notice[];
}

interface SourceFilesParts {
  readonly trees: SourceTrees;
  readonly read: (path: string) => FileContent;
  readonly relative: (path: string) => string;
  readonly kafkaSpecifiers: ReadonlySet<string>;
}

/** Outlines of files that later programs are made of again, with the specifiers that stood for Kafka. */
const outlines = new WeakMap<ts.SourceFile, { readonly kafka: string; readonly outlined: OutlinedFile }>();

export const tooDeepMessage = 'The code is nested too deeply to analyse.';

export function openSourceFiles(parts: SourceFilesParts): SourceFiles {
  const opened = new Map<string, Looked>();
  function look(path: string): Looked {
    const seen = opened.get(path) ?? openOne(parts, path);
    opened.set(path, seen);
    return seen;
  }
  return {
    look,
    open: (path) => look(path).outlined,
    noticesOf: (path) => opened.get(path)?.notices ?? [],
    forget(path) {
      const looked = opened.get(path);
      opened.delete(path);
      return looked;
    },
  };
}

function openOne({ trees, read, relative, kafkaSpecifiers }: SourceFilesParts, path: string): Looked {
  const name = relative(path);
  const { text, notice } = readSource(read(path), name);
  const notices = notice ? [notice] : [];
  if (text === undefined) return { outlined: undefined, notices };
  const nesting = estimateNesting(text);
  if (!hasRoomFor(nesting)) return { outlined: undefined, notices: [...notices, tooDeep(name)] };
  try {
    return { outlined: outlinedOnce(trees.parse(path, text), nesting, kafkaSpecifiers), notices };
  } catch (error) {
    const said = isStackOverflow(error) ? tooDeep(name) : failed(name, error);
    return { outlined: undefined, notices: [...notices, said] };
  }
}

function outlinedOnce(file: ts.SourceFile, nesting: number, kafkaSpecifiers: ReadonlySet<string>): OutlinedFile {
  const kafka = [...kafkaSpecifiers].sort().join(' ');
  const known = outlines.get(file);
  if (known?.kafka === kafka) return known.outlined;
  const isKafka = (specifier: string): boolean => isKafkaSpecifier(specifier, kafkaSpecifiers);
  const outlined = { file, outline: buildOutline(file, isKafka), nesting };
  outlines.set(file, { kafka, outlined });
  return outlined;
}

function tooDeep(file: string): Notice {
  return { message: tooDeepMessage, file, incomplete: true };
}

function failed(file: string, error: unknown): Notice {
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `The file could not be parsed: ${reason}`, file, incomplete: true };
}
