import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../testing/temporary-folder.ts';
import { replaceFile } from './replace-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('replaceFile', () => {
  it('exchanges the content and keeps the mode', () =>
    inFolder({ 'a.sh': 'old' }, (folder) => {
      const path = join(folder, 'a.sh');
      chmodSync(path, 0o751);
      assert.equal(replaceFile(path, bytes('old'), bytes('new'), folder), undefined);
      assert.equal(readFileSync(path, 'utf8'), 'new');
      assert.equal(statSync(path).mode & 0o777, 0o751);
      assert.deepEqual(readdirSync(folder), ['a.sh']);
    }));

  it('keeps a file that changed in the meantime', () =>
    inFolder({ 'a.ts': 'edited' }, (folder) => {
      const path = join(folder, 'a.ts');
      assert.match(replaceFile(path, bytes('old'), bytes('new'), folder) ?? '', /changed in the meantime/);
      assert.equal(readFileSync(path, 'utf8'), 'edited');
      assert.deepEqual(readdirSync(folder), ['a.ts']);
    }));

  it('writes through a link to the file that it means', () =>
    inFolder({ 'real/a.ts': 'old' }, (folder) => {
      symlinkSync(join('real', 'a.ts'), join(folder, 'link.ts'));
      assert.equal(replaceFile(join(folder, 'link.ts'), bytes('old'), bytes('new'), folder), undefined);
      assert.equal(readFileSync(join(folder, 'real/a.ts'), 'utf8'), 'new');
      assert.deepEqual(readdirSync(join(folder, 'real')), ['a.ts']);
    }));

  it('does not follow a link out of the workspace', () =>
    inFolder({ 'outside.ts': 'old' }, (folder) => {
      const root = join(folder, 'root');
      mkdirSync(root);
      symlinkSync(join(folder, 'outside.ts'), join(root, 'link.ts'));
      assert.match(replaceFile(join(root, 'link.ts'), bytes('old'), bytes('new'), root) ?? '', /outside the workspace/);
      assert.equal(readFileSync(join(folder, 'outside.ts'), 'utf8'), 'old');
    }));

  it('says why a file cannot be written', () =>
    inFolder({}, (folder) => {
      assert.equal(replaceFile(join(folder, 'gone.ts'), bytes('old'), bytes('new'), folder), 'ENOENT');
    }));

  it('writes a file with a name of full length', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'n'.repeat(255));
      writeFileSync(path, 'old');
      assert.equal(replaceFile(path, bytes('old'), bytes('new'), folder), undefined);
      assert.equal(readFileSync(path, 'utf8'), 'new');
    }));
});
