import type { Notice } from '@kafka-eos/analyzer/facts/notice';

/** One sentence on what could not be analysed, if anything; it says what to do. */
export function gapIn(notices: readonly Notice[], shownPath: (file: string) => string): string | undefined {
  const gaps = notices.filter(({ incomplete }) => incomplete);
  const [first] = gaps;
  if (first === undefined) return undefined;
  const where = first.file === undefined ? '' : `${shownPath(first.file)}: `;
  const others = gaps.length > 1 ? ` (and ${String(gaps.length - 1)} more)` : '';
  const reason = `${where}${first.message.replace(/\.$/, '')}${others}`;
  return `not everything could be analysed (${reason}); correct that, or pass --allow-incomplete`;
}
