import type ts from 'typescript';
import type { Notice } from '../facts/notice.ts';
import { buildOutline } from './build-outline.ts';
import { estimateNesting } from './nesting.ts';
import type { Outline } from './outline.ts';
import { parseSource } from './parse-source.ts';
import { readSource } from './read-source.ts';
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
  noticesOf(path: string): readonly Notice[];
}

interface SourceFilesParts {
  readonly read: (path: string) => FileContent;
  readonly relative: (path: string) => string;
  readonly isKafka: (specifier: string) => boolean;
}

export const tooDeepMessage = 'The code is nested too deeply to analyse.';

interface Opened {
  readonly outlined: OutlinedFile | undefined;
  readonly notices: readonly Notice[];
}

export function openSourceFiles(parts: SourceFilesParts): SourceFiles {
  const opened = new Map<string, Opened>();
  return {
    open(path) {
      const seen = opened.get(path) ?? openOne(parts, path);
      opened.set(path, seen);
      return seen.outlined;
    },
    noticesOf: (path) => opened.get(path)?.notices ?? [],
  };
}

function openOne({ read, relative, isKafka }: SourceFilesParts, path: string): Opened {
  const name = relative(path);
  const { text, notice } = readSource(read(path), name);
  const notices = notice ? [notice] : [];
  if (text === undefined) return { outlined: undefined, notices };
  const nesting = estimateNesting(text);
  if (!hasRoomFor(nesting)) return { outlined: undefined, notices: [...notices, tooDeep(name)] };
  try {
    const file = parseSource(path, text);
    return { outlined: { file, outline: buildOutline(file, isKafka), nesting }, notices };
  } catch (error) {
    const said = isStackOverflow(error) ? tooDeep(name) : failed(name, error);
    return { outlined: undefined, notices: [...notices, said] };
  }
}

function tooDeep(file: string): Notice {
  return { message: tooDeepMessage, file, incomplete: true };
}

function failed(file: string, error: unknown): Notice {
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `The file could not be parsed: ${reason}`, file, incomplete: true };
}
