import ts from '../typescript.ts';
import { exteriorOf } from './exterior.ts';
import { keepFrame } from './file-part.ts';
import { graft, keepBeside } from './graft.ts';
import { bodyAround } from './outermost-body.ts';
import { outwardlySame } from './outward-change.ts';
import { parseOptions } from './parse-source.ts';
import { changedSpan } from './text-change.ts';

/**
 * The trees of a workspace's sources, one per path. A text that takes the place of another is parsed where the two differ:
 * the tree of before is used up, and what the change leaves as it is belongs to the new tree, the very same objects as
 * before. So what was found out about a function by itself holds for as long as nobody types in it.
 */
export interface SourceTrees {
  /** May throw when the stack is exhausted. */
  parse(path: string, text: string): ts.SourceFile;
  /** A tree that a failed program has left half bound must not be used again. */
  forget(path: string): void;
}

export function openSourceTrees(): SourceTrees {
  const trees = new Map<string, ts.SourceFile>();
  return {
    parse(path, text) {
      const seen = trees.get(path);
      // Until it is there again: a parser that gives up leaves the tree of before in pieces.
      trees.delete(path);
      const tree = seen === undefined ? ts.createSourceFile(path, text, parseOptions, false) : parsedOn(seen, text);
      trees.set(path, tree);
      return tree;
    },
    forget: (path) => void trees.delete(path),
  };
}

function parsedOn(seen: ts.SourceFile, text: string): ts.SourceFile {
  if (seen.text === text) return seen;
  // Asked for later, and cannot be read any more then.
  exteriorOf(seen);
  const { start, before, now } = changedSpan(seen.text, text);
  const old = bodyAround(seen, start, before);
  const behind = endBehind(old, before);
  const tree = ts.updateSourceFile(seen, text, { span: { start, length: before - start }, newLength: now - start });
  const body = bodyAround(tree, start, now);
  // What was taken away may have been a part of what stands beside it.
  const reach = before > start ? 1 : 0;
  const typed = { start: start - reach, end: now + reach };
  const isOne = old !== undefined && body !== undefined && behind === endBehind(body, now);
  if (!isOne || !graft(seen, tree, { old, now: body, ...typed })) {
    keepBeside({ old: seen, now: tree, ...typed });
    return tree;
  }
  const hasMoved = lineOf(seen, before) !== lineOf(tree, now) || !goesOn(tree, body, now);
  if (!hasMoved && outwardlySame(seen, tree)) keepFrame(seen, tree);
  return tree;
}

/** How far behind an offset a body ends: as far as before, unless what was typed swallows or lets go of something. */
function endBehind(body: ts.Block | undefined, offset: number): number | undefined {
  return body && body.end - offset;
}

function lineOf(file: ts.SourceFile, offset: number): number {
  return file.getLineAndCharacterOfPosition(offset).line;
}

/** Whether a body goes on on the next line: what stands behind it has not moved then. */
function goesOn(file: ts.SourceFile, body: ts.Block, offset: number): boolean {
  const nextLine = file.getLineStarts()[lineOf(file, offset) + 1];
  return nextLine !== undefined && nextLine < body.end;
}
