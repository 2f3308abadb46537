import assert from 'node:assert/strict';
import { findSources } from './find-sources.ts';
import { openFolders } from './folders.ts';
import { openIgnoreRules } from './ignore-rules.ts';
import { createMemoryHost } from './memory-host.ts';

function found(files: readonly string[], options: Options = {}): readonly string[] {
  const { ignored = {}, paths = ['/workspace'], includeTests = false } = options;
  const contents = Object.fromEntries(files.map((file) => [file, '']));
  const host = createMemoryHost({ ...contents, ...ignored });
  const folders = openFolders(host);
  const { files: sources } = findSources(folders, openIgnoreRules(host, folders), { paths, includeTests });
  return sources.map((path) => path.replace('/workspace/', ''));
}

interface Options {
  readonly ignored?: Readonly<Record<string, string>>;
  readonly paths?: readonly string[];
  readonly includeTests?: boolean;
}

describe('findSources', () => {
  it('takes every kind of source and nothing else', () => {
    const sources = ['a.cjs', 'b.cts', 'c.js', 'd.jsx', 'e.mjs', 'f.mts', 'g.ts', 'h.tsx', 'i.d.ts'];
    assert.deepEqual(found([...sources, 'j.json', 'k.md', 'ts', '.ts']), sources);
  });

  it('looks into no installed package and no repository data', () => {
    assert.deepEqual(found(['node_modules/x/a.ts', 'packages/p/node_modules/x/a.ts', '.git/a.ts', 'a.ts']), ['a.ts']);
  });

  it('respects .gitignore at every level, also where it takes a name back', () => {
    const files = ['dist/a.js', 'src/gen/a.ts', 'src/gen/keep.ts', 'src/b.ts', 'src/deep/gen/c.ts', 'build/d.js'];
    const ignored = { '.gitignore': 'dist/\n**/gen/*\n', 'src/.gitignore': '!gen/keep.ts\n' };
    assert.deepEqual(found(files, { ignored }), ['build/d.js', 'src/b.ts', 'src/gen/keep.ts']);
  });

  it('respects the .gitignore of the repository around the workspace', () => {
    const ignored = { '/.gitignore': 'dist\n', '/.git/HEAD': '' };
    assert.deepEqual(found(['dist/a.js', 'src/a.ts'], { ignored }), ['src/a.ts']);
  });

  it('analyses a workspace that a .gitignore above it leaves out', () => {
    const ignored = { '/.gitignore': 'workspace\n', '/.git/HEAD': '' };
    assert.deepEqual(found(['src/a.ts'], { ignored }), ['src/a.ts']);
  });

  it('leaves tests out unless they are asked for', () => {
    const files = ['a.test.ts', 'b.spec.js', 'c.ts', 'e2e/d.ts', 'src/__mocks__/e.ts', 'test/f.ts', 'tests/g.ts'];
    assert.deepEqual(found(files), ['c.ts']);
    assert.deepEqual(found(files, { includeTests: true }), files);
    assert.deepEqual(found(files, { paths: ['/workspace/test'] }), ['test/f.ts']);
    assert.deepEqual(found(files, { paths: ['/workspace/a.test.ts'] }), ['a.test.ts']);
  });

  it('leaves compiled output beside its source out', () => {
    assert.deepEqual(found(['a.js', 'a.ts', 'b.js', 'c.mjs', 'c.mts', 'd.jsx', 'd.tsx']), [
      'a.ts',
      'b.js',
      'c.mts',
      'd.tsx',
    ]);
  });

  it('takes what is asked for by name even if it is ignored, and each file once', () => {
    const ignored = { '.gitignore': 'dist/\n' };
    const paths = ['/workspace/dist', '/workspace/dist/a.js', '/workspace/dist'];
    assert.deepEqual(found(['dist/a.js', 'src/b.ts'], { ignored, paths }), ['dist/a.js']);
  });

  it('takes a path in whatever way it is written', () => {
    assert.deepEqual(found(['src/a.ts', 'b.ts'], { paths: ['/workspace/src/', '/workspace/x/../src/a.ts'] }), [
      'src/a.ts',
    ]);
  });

  it('says which of the requested paths do not exist', () => {
    const host = createMemoryHost({ 'a.ts': '' });
    const folders = openFolders(host);
    const request = { paths: ['/workspace/none'], includeTests: false };
    assert.deepEqual(findSources(folders, openIgnoreRules(host, folders), request), {
      files: [],
      missing: ['/workspace/none'],
    });
  });
});
