import { compareText } from '../facts/place.ts';
import { findFiles } from './find-sources.ts';
import type { Folders } from './folders.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { relativePath } from './paths.ts';
import type { SliceTexts } from './slice.ts';
import type { WorkspaceHost } from './workspace-host.ts';

interface TextsRequest {
  readonly host: WorkspaceHost;
  readonly folders: Folders;
  readonly rules: IgnoreRules;
  readonly includeTests: boolean;
}

/** A migration or a schema; what is larger is a dump. */
const largestText = 4 * 1024 * 1024;

/** Looks through the workspace on the first question for an extension, and not again. */
export function openTexts({ host, folders, rules, includeTests }: TextsRequest): SliceTexts {
  const found = new Map<string, readonly string[]>();
  return {
    readText(path) {
      const content = host.readFile(path);
      const isText = content.kind === 'bytes' && content.bytes.length <= largestText;
      return isText ? new TextDecoder().decode(content.bytes) : undefined;
    },
    relative: (path) => relativePath(host.root, path),
    findFiles(extensions) {
      const key = extensions.join('\n');
      const accepts = (name: string): boolean => extensions.some((extension) => name.endsWith(extension));
      const seen = found.get(key) ?? [...findFiles(folders, rules, host.root, includeTests, accepts)].sort(compareText);
      found.set(key, seen);
      return seen;
    },
  };
}
