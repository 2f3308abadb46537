import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMonorepo, type MonorepoSize } from './write-monorepo.ts';

describe('the generated monorepo', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-eos-bench-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, size: MonorepoSize) => {
    const root = mkdtempSync(join(folder, name));
    return { root, facts: writeMonorepo(root, size, folder) };
  };
  const textsIn = (root: string) =>
    readdirSync(join(root, 'packages'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
      .sort()
      .map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`);

  it('has a hundred files in a package, one of them with Kafka', () => {
    const { facts } = write('a', { packagesWithKafka: 2, packagesWithout: 1 });
    assert.deepEqual({ files: facts.files, kafkaFiles: facts.kafkaFiles }, { files: 299, kafkaFiles: 2 });
  });

  it('is the same in every run', () => {
    const size = { packagesWithKafka: 2, packagesWithout: 0 };
    assert.deepEqual(textsIn(write('a', size).root), textsIn(write('b', size).root));
  });

  it('only adds files when it grows by packages without Kafka', () => {
    const small = textsIn(write('a', { packagesWithKafka: 1, packagesWithout: 0 }).root);
    const large = new Set(textsIn(write('b', { packagesWithKafka: 1, packagesWithout: 1 }).root));
    assert.deepEqual(
      small.filter((text) => !large.has(text)),
      [],
    );
  });
});
