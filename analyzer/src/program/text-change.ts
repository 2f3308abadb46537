/** Where two texts differ: from `start` to `before` in the one and to `now` in the other, as offsets in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly before: number;
  readonly now: number;
}

/** Between what both begin with and what both end with. */
export function changedSpan(before: string, now: string): TextSpan {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, before: before.length - tail, now: now.length - tail };
}
