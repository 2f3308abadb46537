import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { TRANSITIONS } from '@kafka-eos/analyzer/explore/transitions';
import { MUTATIONS } from './mutations.ts';
import { noticingFixture } from './noticing-fixture.ts';
import { readPrograms } from './read-programs.ts';

const fixtures = readPrograms(fileURLToPath(new URL('../../fixtures/', import.meta.url)));

/** What the generator does not write, or too seldom: the fixture that a wrong transition is noticed by. */
const HELD: readonly (readonly [string, string, string])[] = [
  ['go', 'takes the first way only', 'promises-that-are-waited-for-later.ts'],
  ['each', 'lets the message have other items each time', 'unique-violation-per-item-dooms-the-db-transaction'],
  ['stale', 'never sees that the partition is lost', 'stale-when-expelled-with-confluent'],
  ['settled', 'ends the run', 'recorded-by-work-that-nobody-awaits.ts'],
  ['sought', 'is a return', 'sought-back-to-the-message.ts'],
  ['quit', 'is a return', 'process-that-ends-itself.ts'],
];

describe('a wrong transition', () => {
  for (const [transition, instead, name] of HELD) {
    const named = fixtures.filter((fixture) => fixture.name === name);
    it(`${transition}, that ${instead}, is noticed by a fixture`, () => {
      const mutation = MUTATIONS.find((one) => one.transition === transition && one.instead === instead);
      assert.ok(mutation !== undefined);
      assert.equal(noticingFixture(mutation, named), name);
      assert.equal(noticingFixture({ transitions: TRANSITIONS }, named), undefined);
    });
  }
});
