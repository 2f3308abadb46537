import fc from 'fast-check';

/** Text that a repository may hold to steer a terminal, a CI log or a web page. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...['::', '::error::', '\n', '\r', '\u001B[2J', '\u001B]0;title\u0007', '\u009B1m', '%', ',', ' '],
        ...['\u202E', '\u2028', 'a', '<img onerror=x>', '|', '`', '``', '](http://x)', '<details>', '@team', '\\'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
