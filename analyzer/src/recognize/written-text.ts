import type ts from 'typescript';
import type { Written } from '../facts/written.ts';
import type { Knowledge } from './knowledge.ts';

const LENGTH = 80;

/** A node as it is written: one line, and no longer than a reader takes in at once. */
export function writtenText(knowledge: Knowledge, node: ts.Node): Written {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  const shown = text.length > LENGTH ? `${text.slice(0, LENGTH - 1).trimEnd()}…` : text;
  return { place: knowledge.slice.placeOf(node), text: shown };
}
