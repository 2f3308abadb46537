import ts from '../typescript.ts';
import { isTakenApart } from './exterior.ts';

/**
 * What an answer may rest on: the body of an outermost function, a file without these, or, where a file is not taken
 * apart, the whole of it. A part is the same object for as long as it is what it was, and stands where it stood.
 */
export type FilePart = ts.Block | Frame | ts.SourceFile;

/** A file without the bodies of its outermost functions. */
export interface Frame {
  readonly kind: 'frame';
  readonly path: string;
}

const frames = new WeakMap<ts.SourceFile, Frame>();

export function frameOf(file: ts.SourceFile): Frame {
  const frame = frames.get(file) ?? { kind: 'frame', path: file.fileName };
  frames.set(file, frame);
  return frame;
}

/** Says that nothing but bodies differ between a tree and the one before. */
export function keepFrame(before: ts.SourceFile, now: ts.SourceFile): void {
  frames.set(now, frameOf(before));
}

export function filePartOf(node: ts.Node): FilePart {
  let body: ts.Block | undefined;
  let at = node;
  for (; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isBlock(at) && ts.isFunctionLike(at.parent)) body = at;
  }
  return isTakenApart(at) ? (body ?? frameOf(at)) : at;
}
