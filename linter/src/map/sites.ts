import { compareText, type Place } from '@kafka-eos/analyzer/facts/place';
import type { Site } from './delivery-map.ts';

export function siteOf({ file, start }: Place): Site {
  return { file, line: start.line, column: start.column };
}

export function compareSites(a: Site, b: Site): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

export function siteKey({ file, line, column }: Site): string {
  return `${file}:${String(line)}:${String(column)}`;
}
