import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { FixedFile } from '../lint-result.ts';
import { decodeExactly, encodeExactly, type SourceText } from '../source-text.ts';
import type { TextOf } from './fix-job.ts';

/** The files that fixes may touch, each read once, so that what is verified is what gets written. */
export interface EditableTexts {
  readonly textOf: TextOf;
  /** The files as they will be, for texts by path relative to the workspace; sorted by path. */
  readonly filesWith: (texts: ReadonlyMap<string, string>) => readonly FixedFile[];
}

interface EditableFile {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
}

/** A file that is not UTF-8 has no editable text: writing it back would change more than the fix. */
export function editableTexts(host: WorkspaceHost): EditableTexts {
  const files = new Map<string, EditableFile | undefined>();
  const fileOf = (file: string): EditableFile | undefined => {
    if (!files.has(file)) files.set(file, readEditable(host, joinPath(host.root, file)));
    return files.get(file);
  };
  return {
    textOf: (file) => fileOf(file)?.source.text,
    filesWith: (texts) =>
      [...texts].sort().flatMap(([file, text]) => {
        const known = fileOf(file);
        if (known === undefined || known.source.text === text) return [];
        const after = encodeExactly({ ...known.source, text });
        return [{ path: joinPath(host.root, file), before: known.bytes, after }];
      }),
  };
}

function readEditable(host: WorkspaceHost, path: string): EditableFile | undefined {
  const content = host.readFile(path);
  if (content.kind !== 'bytes') return undefined;
  const source = decodeExactly(content.bytes);
  return source === undefined ? undefined : { bytes: content.bytes, source };
}
