import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskHost } from './disk-host.ts';
import { namesIn, sliceOf } from './slice-samples.test.ts';

const kafkaCode = `import { Kafka } from 'somekafka'; export const kafka = new Kafka();`;

describe('createDiskHost', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-eos-')));
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'src/a.ts'), kafkaCode);
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('reads files and folders', () => {
    const host = createDiskHost(root);
    assert.deepEqual(host.readFolder(`${host.root}/src`), [{ name: 'a.ts', kind: 'file' }]);
    assert.equal(host.readFile(`${host.root}/src/a.ts`).kind, 'bytes');
    assert.equal(host.readFile(`${host.root}/src/none.ts`).kind, 'missing');
    assert.equal(host.readFile(`${host.root}/src`).kind, 'unreadable');
    assert.deepEqual(host.readFolder(`${host.root}/none`), []);
  });

  it('analyses each file once in spite of loops and broken links', () => {
    symlinkSync(root, join(root, 'src/loop'));
    symlinkSync(join(root, 'src/a.ts'), join(root, 'src/again.ts'));
    symlinkSync(join(root, 'nowhere.ts'), join(root, 'src/broken.ts'));
    symlinkSync('self.ts', join(root, 'src/self.ts'));
    const slice = sliceOf(createDiskHost(root));
    assert.deepEqual(namesIn(slice, createDiskHost(root).root), ['src/a.ts']);
    assert.deepEqual(slice.notices, []);
  });

  it('resolves an import through a link to the one path of the file', () => {
    symlinkSync(join(root, 'src'), join(root, 'linked'));
    writeFileSync(join(root, 'main.ts'), `import { kafka } from './linked/a'; kafka.producer();`);
    const slice = sliceOf(createDiskHost(root));
    assert.deepEqual(namesIn(slice, createDiskHost(root).root), ['main.ts', 'src/a.ts']);
  });

  it('works in a workspace that is itself reached through a link', () => {
    const link = `${root}-link`;
    symlinkSync(root, link);
    try {
      assert.deepEqual(namesIn(sliceOf(createDiskHost(link)), link), ['src/a.ts']);
    } finally {
      rmSync(link);
    }
  });

  it('does not wait for a FIFO', function () {
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(root, 'src/pipe.ts')]);
    writeFileSync(join(root, 'src/b.ts'), `import './pipe'; ${kafkaCode}`);
    assert.equal(createDiskHost(root).readFile(join(root, 'src/pipe.ts')).kind, 'unreadable');
    assert.deepEqual(namesIn(sliceOf(createDiskHost(root)), root), ['src/a.ts', 'src/b.ts']);
  });

  it('reads nothing outside of the workspace that is not imported', () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-eos-')));
    try {
      writeFileSync(join(outside, 'secret.ts'), kafkaCode);
      symlinkSync(outside, join(root, 'outside'));
      assert.deepEqual(namesIn(sliceOf(createDiskHost(root)), root), ['src/a.ts']);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});
