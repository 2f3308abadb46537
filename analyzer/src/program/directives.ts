import ts from '../typescript.ts';
import type { Directive } from '../facts/directive.ts';
import type { Place } from '../facts/place.ts';
import { eachNode } from './nodes-in.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Comment extends Span {
  readonly text: string;
}

const marker = 'kafka-eos-';

/** The comments of a file that begin with `kafka-eos-`, in their order. Linear in the length of the file. */
export function findDirectives(
  file: ts.SourceFile,
  placeAt: (file: ts.SourceFile, start: number, end: number) => Place,
): readonly Directive[] {
  if (!file.text.includes(marker)) return [];
  const comments = commentsOf(file.text, literalSpans(file));
  const nextLines = nextCodeLines(file, comments);
  return comments.flatMap((comment, index) => {
    if (!comment.text.startsWith(marker)) return [];
    const nextLine = nextLines[index] ?? 1;
    return [{ place: placeAt(file, comment.start, comment.end), text: comment.text, nextLine }];
  });
}

/** Strings, templates, expressions and JSX text, where what looks like a comment is none. Only the parser knows them. */
function literalSpans(file: ts.SourceFile): readonly Span[] {
  const spans: Span[] = [];
  eachNode(file, (node) => {
    if (ts.isJsxText(node)) spans.push({ start: node.pos, end: node.end });
    else if (isLiteral(node)) spans.push({ start: node.getStart(file), end: node.end });
  });
  return spans.sort((a, b) => a.start - b.start);
}

function isLiteral(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

function commentsOf(text: string, literals: readonly Span[]): readonly Comment[] {
  const comments: Comment[] = [];
  let literal = 0;
  let at = 0;
  for (;;) {
    at = text.indexOf('/', at);
    if (at < 0) return comments;
    while ((literals[literal]?.end ?? Number.POSITIVE_INFINITY) <= at) literal += 1;
    const around = literals[literal];
    if (around && around.start <= at) at = around.end;
    else {
      const comment = commentAt(text, at);
      if (comment) comments.push(comment);
      at = comment?.end ?? at + 1;
    }
  }
}

function commentAt(text: string, start: number): Comment | undefined {
  if (text.startsWith('//', start)) {
    const end = endOfLine(text, start);
    return { start, end, text: text.slice(start + 2, end).trim() };
  }
  if (!text.startsWith('/*', start)) return undefined;
  const closing = text.indexOf('*/', start + 2);
  const end = closing < 0 ? text.length : closing + 2;
  const inner = text.slice(start + 2, closing < 0 ? end : closing);
  return { start, end, text: (inner.startsWith('*') ? inner.slice(1) : inner).trim() };
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !ts.isLineBreak(text.charCodeAt(at))) at += 1;
  return at;
}

/** For each comment the line of the first code after it; from the last to the first, so that a run of comments costs once. */
function nextCodeLines(file: ts.SourceFile, comments: readonly Comment[]): readonly number[] {
  const lines: number[] = [];
  for (let index = comments.length - 1; index >= 0; index -= 1) {
    const position = skipSpace(file.text, comments[index]?.end ?? 0);
    const isComment = comments[index + 1]?.start === position;
    const following = isComment ? lines[index + 1] : undefined;
    lines[index] = following ?? file.getLineAndCharacterOfPosition(position).line + 1;
  }
  return lines;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ts.isWhiteSpaceLike(text.charCodeAt(at))) at += 1;
  return at;
}
