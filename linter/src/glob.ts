import picomatch from 'picomatch';

/**
 * Whether a path matches one of the patterns. Paths and patterns are relative to the same folder, with `/`. As in
 * `.gitignore`, a pattern without a slash matches at any depth, and one that ends in a slash stands for all below.
 */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.flatMap(variants).map((pattern) => picomatch(pattern, { dot: true, nonegate: true }));
  return (path) => matchers.some((matches) => matches(path));
}

function variants(pattern: string): readonly string[] {
  const plain = pattern.replace(/^(?:\.\/)+/, '');
  const everywhere = plain.replace(/\/$/, '').includes('/') ? plain : `**/${plain}`;
  return everywhere.endsWith('/') ? [`${everywhere}**`] : [everywhere, `${everywhere}/**`];
}
