import { displayWidth } from './display-width.ts';
import { cleanLine, safe, type Safe } from './safe.ts';

/** The beginning of a text without colours that fits into some columns, with an ellipsis where it was cut. */
export function clip(text: Safe, width: number): Safe {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (displayWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return safe`${cleanLine(kept.trimEnd())}…`;
}

/** A base character keeps its marks. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
