import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import { indexLines, lineText, type LineIndex } from './line-index.ts';

/**
 * A name for each finding that survives edits elsewhere in its file: a hash of rule, message, file and the finding's
 * line without its white space, and a number among findings with the same hash. In the order of the findings.
 */
export function fingerprints(
  findings: readonly Finding[],
  textOf: (file: string) => string | undefined,
): readonly string[] {
  const indexes = new Map<string, LineIndex>();
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const index = indexes.get(finding.file) ?? indexLines(textOf(finding.file) ?? '');
    indexes.set(finding.file, index);
    const snippet = lineText(index, finding.start.line).slice(0, 2000).replaceAll(/\s+/g, '');
    const hash = hashOf([finding.rule, finding.messageId, finding.file, snippet]);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
