import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { fingerprints } from './fingerprint.ts';
import { lint } from './session.ts';
import { fakeEngine } from './testing/fake-engine.ts';

const of = (text: string): readonly string[] => {
  const { findings } = lint(
    {
      host: createMemoryHost({ 'a.ts': text }),
      paths: ['/workspace'],
      includeTests: false,
      maxStates: 100,
      settings: { rules: new Map() },
      withFixes: false,
    },
    fakeEngine,
  );
  return fingerprints(findings, () => text);
};

describe('fingerprints', () => {
  it('survive edits elsewhere and changes of white space', () => {
    assert.deepEqual(of('// new\n\n  f( TRAP_x );'), of('f(TRAP_x);'));
  });

  it('differ between findings, even on equal lines', () => {
    const all = of('f(TRAP_x);\nf(TRAP_x);\nf(TRAP_y);\ng(TRAP_x);');
    assert.equal(new Set(all).size, 4);
  });

  it('differ when the line changes', () => {
    assert.notDeepEqual(of('f(TRAP_x);'), of('g(TRAP_x);'));
  });
});
