import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { inFolder, writeFiles } from './testing/temporary-folder.ts';
import { watchDisk } from './watched-host.ts';

/** Whether a change counts for somebody who asked the host this. */
function changes(
  ask: (host: WorkspaceHost, folder: string) => void,
  change: (folder: string) => void,
): Promise<boolean> {
  return inFolder({ 'work/a.ts': 'a', 'work/src/b.ts': 'b' }, (folder) => {
    const { host, hasChanged } = watchDisk(createDiskHost(join(folder, 'work')));
    ask(host, folder);
    assert.equal(hasChanged(), false);
    change(folder);
    return hasChanged();
  });
}

const reads =
  (name: string) =>
  (host: WorkspaceHost, folder: string): void => {
    host.readFile(join(folder, name));
  };
const lists =
  (name: string) =>
  (host: WorkspaceHost, folder: string): void => {
    host.readFolder(join(folder, name));
  };
const looksFor =
  (name: string) =>
  (host: WorkspaceHost, folder: string): void => {
    host.kindOf(join(folder, name));
  };
const writes =
  (name: string) =>
  (folder: string): void => {
    writeFiles(folder, { [name]: 'written' });
  };

describe('a watched host', () => {
  it('notices that a file was written, appeared or went', async () => {
    assert.equal(await changes(reads('work/a.ts'), writes('work/a.ts')), true);
    assert.equal(await changes(reads('work/new.ts'), writes('work/new.ts')), true);
    assert.equal(await changes(looksFor('work/new.ts'), writes('work/new.ts')), true);
    assert.equal(
      await changes(reads('work/a.ts'), (folder) => {
        rmSync(join(folder, 'work/a.ts'));
      }),
      true,
    );
  });

  it('notices that a folder has another file', async () => {
    assert.equal(await changes(lists('work/src'), writes('work/src/new.ts')), true);
  });

  it('does not care about what nobody asked for', async () => {
    assert.equal(await changes(reads('work/a.ts'), writes('work/src/b.ts')), false);
    assert.equal(await changes(looksFor('work/src'), writes('work/src/new.ts')), false);
  });

  it('does not care who else is in the folders above the workspace, except by name', async () => {
    assert.equal(await changes(lists('.'), writes('neighbour.ts')), false);
    assert.equal(await changes(looksFor('kafka-eos.config.json'), writes('kafka-eos.config.json')), true);
  });
});
