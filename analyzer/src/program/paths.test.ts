import assert from 'node:assert/strict';
import { folderOf, foldersUpward, isInside, joinPath, relativePath } from './paths.ts';

describe('paths', () => {
  it('joins and normalises', () => {
    assert.equal(joinPath('/a/b', '../c/./d'), '/a/c/d');
    assert.equal(joinPath('/a', '/x/../y'), '/y');
    assert.equal(joinPath('/', 'x'), '/x');
    assert.equal(joinPath('/a', '../../..'), '/');
  });

  it('keeps the drive of Windows', () => {
    assert.equal(joinPath('C:/code', '../x.ts'), 'C:/x.ts');
    assert.equal(relativePath('C:/code', 'C:/code/src/x.ts'), 'src/x.ts');
    assert.deepEqual([...foldersUpward('C:/code/src', '/')], ['C:/code/src', 'C:/code', 'C:']);
  });

  it('relates two paths', () => {
    assert.equal(relativePath('/a/b', '/a/b/c/d.ts'), 'c/d.ts');
    assert.equal(relativePath('/a/b', '/a/c/d.ts'), '../c/d.ts');
    assert.equal(relativePath('/', '/a.ts'), 'a.ts');
    assert.equal(isInside('/a/b', '/a/bc'), false);
    assert.equal(folderOf('/a'), '/');
  });
});
