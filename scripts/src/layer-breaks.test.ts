import assert from 'node:assert/strict';
import { importCycles } from './import-cycles.ts';
import { layerBreaks } from './layer-breaks.ts';
import { readSource } from './read-source.ts';

const breaks = (path: string, text: string) => layerBreaks(readSource(path, text)).length;

describe('layer breaks', () => {
  it('lets a layer import those below it, and not those above', () => {
    assert.equal(breaks('analyzer/src/flow/a.ts', `import { x } from '../facts/x.ts';`), 0);
    assert.equal(breaks('analyzer/src/facts/a.ts', `import { x } from '../flow/x.ts';`), 1);
    assert.equal(breaks('analyzer/src/facts/a.ts', `export type { X } from '../flow/x.ts';`), 1);
    assert.equal(breaks('analyzer/src/facts/a.ts', `type X = import('../flow/x.ts').X;`), 1);
    assert.equal(breaks('linter/src/a.ts', `import rules from '@kafka-eos/rules';`), 0);
    assert.equal(breaks('rules/src/a.ts', `import { x } from '@kafka-eos/linter/x';`), 1);
  });

  it('keeps rules away from everything of the analyzer but facts', () => {
    assert.equal(breaks('rules/src/a.ts', `import type { Unit } from '@kafka-eos/analyzer/facts/unit';`), 0);
    assert.equal(breaks('rules/src/a.ts', `import { analyze } from '@kafka-eos/analyzer';`), 1);
  });

  it('allows a package only where the layer names it', () => {
    assert.equal(breaks('analyzer/src/flow/a.ts', `import ts from 'typescript';`), 0);
    assert.equal(breaks('rules/src/a.ts', `import ts from 'typescript';`), 1);
    assert.equal(breaks('analyzer/src/program/disk-host.ts', `import { readFileSync } from 'node:fs';`), 0);
    assert.equal(breaks('analyzer/src/program/slice.ts', `import { readFileSync } from 'node:fs';`), 1);
  });

  it('counts the globals of the process as imports', () => {
    assert.equal(breaks('cli/src/a.ts', `console.log(process.argv);`), 0);
    assert.equal(breaks('linter/src/a.ts', `console.log(1);`), 1);
    assert.equal(breaks('linter/src/a.ts', `const { env } = process;`), 1);
    assert.equal(breaks('linter/src/a.ts', `const a = { process: 1 }; a.process; fact.console;`), 0);
  });

  it('lets tests read files and reach every layer of their package', () => {
    const text = `import { readFileSync } from 'node:fs'; import { x } from '../scopes/x.ts';`;
    assert.equal(breaks('analyzer/src/flow/a.test.ts', text), 0);
    assert.equal(breaks('analyzer/src/flow/a.test.ts', `import { x } from '@kafka-eos/linter/x';`), 1);
  });

  it('refuses a file outside every layer', () => {
    assert.equal(breaks('somewhere/src/a.ts', ''), 1);
  });
});

describe('import cycles', () => {
  it('finds a circle once, and no circle where files only share imports', () => {
    const circle = [
      readSource('rules/src/a.ts', `import './b.ts';`),
      readSource('rules/src/b.ts', `import './c.ts';`),
      readSource('rules/src/c.ts', `import './a.ts';`),
    ];
    assert.deepEqual(importCycles(circle), ['rules/src/a.ts -> rules/src/b.ts -> rules/src/c.ts -> rules/src/a.ts']);
    const diamond = [
      readSource('rules/src/a.ts', `import './b.ts'; import './c.ts';`),
      readSource('rules/src/b.ts', `import './d.ts';`),
      readSource('rules/src/c.ts', `import './d.ts';`),
      readSource('rules/src/d.ts', ''),
    ];
    assert.deepEqual(importCycles(diamond), []);
  });

  it('allows types that describe each other', () => {
    const types = [
      readSource('rules/src/a.ts', `import type { B } from './b.ts';`),
      readSource('rules/src/b.ts', `import './c.ts';`),
      readSource('rules/src/c.ts', `export type { A } from './a.ts';`),
    ];
    assert.deepEqual(importCycles(types), []);
  });
});
