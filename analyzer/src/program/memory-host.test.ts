import assert from 'node:assert/strict';
import { createMemoryHost, overlayHost } from './memory-host.ts';
import type { WorkspaceHost } from './workspace-host.ts';

function text(host: WorkspaceHost, path: string): string | undefined {
  const content = host.readFile(path);
  return content.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : undefined;
}

describe('createMemoryHost', () => {
  const host = createMemoryHost({ 'src/a.ts': 'a', '/elsewhere/b.ts': 'b' });

  it('has folders for its files', () => {
    assert.deepEqual(host.readFolder('/workspace'), [{ name: 'src', kind: 'folder' }]);
    assert.deepEqual(host.readFolder('/workspace/src'), [{ name: 'a.ts', kind: 'file' }]);
    assert.equal(host.kindOf('/elsewhere'), 'folder');
    assert.equal(host.kindOf('/workspace/none'), 'missing');
    assert.equal(text(host, '/elsewhere/b.ts'), 'b');
  });
});

describe('overlayHost', () => {
  const base = createMemoryHost({ 'src/a.ts': 'a', 'src/b.ts': 'b' });
  const host = overlayHost(
    base,
    new Map([
      ['/workspace/src/a.ts', 'edited'],
      ['/workspace/lib/new.ts', 'new'],
    ]),
  );

  it('shows edits over files and adds new ones', () => {
    assert.equal(text(host, '/workspace/src/a.ts'), 'edited');
    assert.equal(text(host, '/workspace/src/b.ts'), 'b');
    assert.equal(text(host, '/workspace/lib/new.ts'), 'new');
    assert.deepEqual(
      host
        .readFolder('/workspace')
        .map(({ name }) => name)
        .sort(),
      ['lib', 'src'],
    );
    assert.equal(host.readFolder('/workspace/src').length, 2);
    assert.equal(host.kindOf('/workspace/lib'), 'folder');
  });
});
