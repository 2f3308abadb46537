import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { anyLock, shuffled } from '../testing/any-lock.ts';
import { compareLocks } from './compare-locks.ts';
import { lockText } from './lock-text.ts';
import { readLock } from './read-lock.ts';

const fileIn = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

function problemOf(text: string): string {
  const read = readLock(text);
  return read.kind === 'problem' ? read.message : '';
}

describe('a lock as text', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        const read = readLock(lockText(lock));
        assert.ok(read.kind === 'lock');
        assert.deepEqual(compareLocks(lock, read.lock), []);
        assert.equal(lockText(read.lock), lockText(lock));
      }),
    );
  });

  it('is the same text in whatever order it was put together', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        assert.equal(lockText(shuffled(lock)), lockText(lock));
      }),
    );
  });

  it('has one effect a line', () => {
    const text = lockText({
      version: 1,
      units: {
        'a.ts': {
          start: {
            ...{ delivery: 'each-message', autoCommit: false, reads: 'read_committed' },
            ...{ transaction: 'with offsets', offsetCommits: 'none' },
            effects: {
              'send (paid) in start': { guarantee: 'exactly-once', transaction: 'inside' },
              charge: {
                guarantee: 'at-least-once',
                transaction: 'outside',
                repeat: 'keyed',
                guards: { seen: 'memory check' },
              },
            },
          },
        },
      },
    });
    assert.equal(
      text,
      `{
  "$schema": "https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos-lock.schema.json",
  "version": 1,
  "units": {
    "a.ts": {
      "start": {
        "delivery": "each-message",
        "autoCommit": false,
        "reads": "read_committed",
        "transaction": "with offsets",
        "offsetCommits": "none",
        "effects": {
          "charge": { "guarantee": "at-least-once", "transaction": "outside", "repeat": "keyed", "guards": { "seen": "memory check" } },
          "send (paid) in start": { "guarantee": "exactly-once", "transaction": "inside" }
        }
      }
    }
  }
}
`,
    );
  });
});

describe('a lock that cannot be trusted', () => {
  const good = lockText({ version: 1, units: {} });

  it('says what is wrong with it, and what to do', () => {
    assert.match(
      problemOf('<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n'),
      /merge conflict markers \(line 1\); keep either side/,
    );
    assert.match(problemOf(good.replace('1,', '2,')), /newer kafka-eos \(version 2 of the file; this one reads 1\)/);
    assert.match(problemOf(good.replace('1,', '0,')), /not a lock of kafka-eos at "version": expected 1, found 0/);
    assert.match(problemOf(''), /is empty/);
    assert.match(problemOf('{ "version": 1'), /not valid JSON \(line 1: /);
    assert.match(problemOf('[]'), /not a lock of kafka-eos/);
    assert.match(problemOf('{ "version": 1, "units": { "a": { "b": {} } } }'), /at "units" → "a" → "b" → "delivery"/);
    assert.match(problemOf('{ "version": 1, "units": {}, "units": {} }'), /has "units" twice \(line 1\)/);
  });

  it('is never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        assert.ok(readLock(text).kind === 'problem' || text.includes('version'));
      }),
    );
  });

  it('may have been saved by an editor with a byte order mark and other line breaks', () => {
    assert.equal(readLock(`\uFEFF${good.replaceAll('\n', '\r\n')}`).kind, 'lock');
  });
});

describe('kafka-eos-lock.schema.json', () => {
  it('is what "npm run generate-schema -w linter" writes', () => {
    const generated = execFileSync(process.execPath, [fileIn('generate-schema.mjs'), 'lock'], { encoding: 'utf8' });
    assert.equal(readFileSync(fileIn('kafka-eos-lock.schema.json'), 'utf8'), generated);
  });
});
