import { sameOutline, type Standing } from './same-outline.ts';
import { scanSource, type ScannedSources } from './scan-sources.ts';
import type { Mentions } from './scan-specifiers.ts';
import type { Looked } from './source-files.ts';
import { isDeclaration } from './source-kinds.ts';
import type { WorkspaceHost } from './workspace-host.ts';

export interface Reread {
  readonly mentions: Mentions;
  readonly sameMentions: boolean;
  /** Whether every question about its bytes that was asked has the answer that it had. */
  readonly sameAnswers: boolean;
}

/** Undefined for a file that may declare modules or mean Kafka by itself: others depend on that without importing it. */
export function rereadSource(host: WorkspaceHost, scanned: ScannedSources, path: string): Reread | undefined {
  const content = host.readFile(path);
  const before = scanned.mentions.get(path);
  if (content.kind !== 'bytes' || before === undefined || isDeclaration(path)) return undefined;
  const { mentions, tagsKafka } = scanSource(content.bytes);
  if (tagsKafka || scanned.tagged.has(path)) return undefined;
  return { mentions, sameMentions: sameNames(before, mentions), sameAnswers: scanned.reread(path) };
}

export function looksTheSame(before: Looked, now: Looked, standing: Standing): boolean {
  const [old, current] = [before.outlined, now.outlined];
  const isOutlined = old !== undefined && current !== undefined && sameOutline(old.outline, current.outline, standing);
  return isOutlined && before.notices.length + now.notices.length === 0;
}

function sameNames(a: Mentions, b: Mentions): boolean {
  return a.imported.join('\n') === b.imported.join('\n') && a.declared.join('\n') === b.declared.join('\n');
}
