import assert from 'node:assert/strict';
import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../testing/temporary-folder.ts';
import { writeReport } from './write-report.ts';

describe('writeReport', () => {
  it('writes and overwrites', () =>
    inFolder({ 'old.json': 'old' }, (folder) => {
      for (const name of ['old.json', 'new.json']) {
        assert.equal(writeReport(join(folder, name), 'report'), undefined);
        assert.equal(readFileSync(join(folder, name), 'utf8'), 'report');
      }
      assert.deepEqual(readdirSync(folder).sort(), ['new.json', 'old.json']);
    }));

  it('follows no link', () =>
    inFolder({ precious: 'mine' }, (folder) => {
      symlinkSync(join(folder, 'precious'), join(folder, 'report.json'));
      assert.match(writeReport(join(folder, 'report.json'), 'report') ?? '', /it is a link/);
      assert.equal(readFileSync(join(folder, 'precious'), 'utf8'), 'mine');
    }));

  it('says why it cannot write', () =>
    inFolder({}, (folder) => {
      assert.equal(writeReport(folder, 'report'), 'it is a folder');
      assert.equal(writeReport(join(folder, 'no/such.json'), 'report'), 'its folder does not exist');
    }));

  it('writes to a device as it is', () => {
    assert.equal(writeReport('/dev/null', 'report'), undefined);
  });
});
