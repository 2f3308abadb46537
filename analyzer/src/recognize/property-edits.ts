import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { Knowledge } from './knowledge.ts';

/** The property of an object literal that holds an expression. */
export function propertyAround(node: ts.Node): ts.ObjectLiteralElementLike | undefined {
  for (let at: ts.Node = node; !ts.isSourceFile(at) && !ts.isFunctionLike(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) || ts.isShorthandPropertyAssignment(at)) return at;
  }
  return undefined;
}

/** Takes a property out of its object literal, with the comma and the line that it leaves empty. */
export function removalOf(knowledge: Knowledge, property: ts.ObjectLiteralElementLike): readonly Edit[] {
  const object = property.parent;
  if (!ts.isObjectLiteralExpression(object)) return [];
  const file = property.getSourceFile();
  const at = object.properties.indexOf(property);
  const next = object.properties[at + 1];
  const previous = object.properties[at - 1];
  const text = file.text;
  const remove = (start: number, end: number): readonly Edit[] => [
    { place: knowledge.slice.placeAt(file, start, end), text: '' },
  ];
  if (next !== undefined) {
    const comma = text.indexOf(',', property.getEnd()) + 1;
    return remove(property.getStart(), endOfGap(text, comma, next.getStart()));
  }
  if (previous !== undefined) {
    // A comment behind the previous property stays, and so does its comma: both are allowed there.
    const isBare = /^\s*,\s*$/.test(text.slice(previous.getEnd(), property.getStart()));
    return isBare
      ? remove(previous.getEnd(), property.getEnd())
      : remove(property.getStart(), afterComma(text, property.getEnd()));
  }
  return remove(object.getStart() + 1, object.getEnd() - 1);
}

/** The end of a property with the comma that may follow it. */
function afterComma(text: string, end: number): number {
  const gap = /^\s*,/.exec(text.slice(end, end + 200));
  return gap === null ? end : end + gap[0].length;
}

/** Comments behind the comma belong to what follows and stay. */
function endOfGap(text: string, comma: number, next: number): number {
  const between = text.slice(comma, next);
  return between.trim() === '' ? next : comma + (between.length - between.trimStart().length);
}

export function replacementOf(knowledge: Knowledge, node: ts.Node, text: string): readonly Edit[] {
  return [{ place: knowledge.slice.placeAt(node.getSourceFile(), node.getStart(), node.getEnd()), text }];
}

/** Puts a property first into an object literal, on a line of its own where the others stand so. */
export function firstProperty(
  knowledge: Knowledge,
  object: ts.ObjectLiteralExpression,
  entry: string,
): readonly Edit[] {
  const file = object.getSourceFile();
  const offset = object.getStart() + 1;
  const [first] = object.properties;
  const gap = first === undefined ? ' ' : file.text.slice(offset, first.getStart());
  const text = first === undefined ? ` ${entry} ` : `${gap.trim() === '' ? gap : ' '}${entry},`;
  return [{ place: knowledge.slice.placeAt(file, offset, offset), text }];
}
