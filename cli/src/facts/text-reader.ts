import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { joinPath } from '@kafka-eos/analyzer/program/paths';
import { decodeForDisplay } from '@kafka-eos/linter/source-text';

/** The texts of a workspace's files, for showing them; each is read once. */
export function textReader(root: string): (file: string) => string | undefined {
  const host = createDiskHost(root);
  const texts = new Map<string, string | undefined>();
  return (file) => {
    if (!texts.has(file)) {
      const content = host.readFile(joinPath(root, file));
      texts.set(file, content.kind === 'bytes' ? decodeForDisplay(content.bytes) : undefined);
    }
    return texts.get(file);
  };
}
