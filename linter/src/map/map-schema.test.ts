import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fileIn = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

describe('kafka-eos-map.schema.json', () => {
  it('is what "npm run generate-schema -w linter" writes', () => {
    const generated = execFileSync(process.execPath, [fileIn('generate-schema.mjs'), 'map'], { encoding: 'utf8' });
    assert.equal(readFileSync(fileIn('kafka-eos-map.schema.json'), 'utf8'), generated);
  });
});
