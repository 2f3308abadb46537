import assert from 'node:assert/strict';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { chainEnd, rescuersOf } from './chain-answer.ts';

interface Case {
  readonly chain: string;
  /** The chain whose answer is that of `save()`. */
  readonly end: string | undefined;
  readonly rescuers: readonly string[];
}

const cases: readonly Case[] = [
  { chain: 'save()', end: 'save()', rescuers: [] },
  { chain: 'save().catch(f)', end: 'save().catch(f)', rescuers: ['f'] },
  { chain: 'save().finally(f)', end: 'save().finally(f)', rescuers: [] },
  { chain: 'save().then(f)', end: undefined, rescuers: [] },
  { chain: 'save().then(f, g)', end: undefined, rescuers: ['g'] },
  { chain: 'save().catch(f).finally(g)', end: 'save().catch(f).finally(g)', rescuers: ['f'] },
  { chain: 'save().then(f).catch(g)', end: undefined, rescuers: ['g'] },
  { chain: 'save().toString()', end: 'save()', rescuers: [] },
];

describe('a chain of promises', () => {
  for (const { chain, end, rescuers } of cases) {
    it(`${chain} gives what its first call gives, or what ${rescuers.join(' and ') || 'nobody'} makes of its failure`, () => {
      const knowledge = knowledgeOf(
        `import 'some-kafka'; declare function save(): any; declare const f: any; declare const g: any; ${chain};`,
      );
      const call = onlyCall(knowledge, 'save');
      assert.equal(chainEnd(call)?.getText(), end);
      assert.deepEqual(
        rescuersOf(call).map((node) => node.getText()),
        rescuers,
      );
    });
  }
});
