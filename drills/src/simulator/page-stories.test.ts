import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { programsOf } from '../testing/page-programs.ts';
import { GIVEN, STORIES, TOLD } from '../testing/page-stories.ts';
import { simulateSource, storyOf, verdictsOf } from '../testing/simulated-source.ts';
import type { SimulatedUnit } from './api.ts';

const fields = ['eventId', 'owner', 'coins', 'cents', 'tenant'];

async function program(rule: string, index: number): Promise<readonly SimulatedUnit[]> {
  const source = programsOf(rule)[index] ?? assert.fail(`${rule} has no program ${String(index)}`);
  const units = await simulateSource(source, { fields, ...(GIVEN[`${rule} ${String(index)}`] ?? GIVEN[rule]) });
  // A page's programs export different functions.
  return units.filter(({ incomplete }) => incomplete?.includes('exports no function') !== true);
}

describe('the programs of the pages of rules', () => {
  it('are simulated, every one of them', () => {
    const pages = readdirSync(new URL('../../../docs/rules/', import.meta.url)).map((name) => name.replace('.md', ''));
    const all = pages
      .filter((page) => !TOLD.includes(page))
      .flatMap((page) => programsOf(page).map((_, index) => `${page} ${String(index)}`));
    const told = Object.entries(STORIES).flatMap(([page, programs]) =>
      programs.map(([index]) => `${page} ${String(index)}`),
    );
    assert.deepEqual([...told].sort(), all.sort());
  });

  for (const [rule, programs] of Object.entries(STORIES)) {
    it(`crash as the page of ${rule} says`, async () => {
      for (const [index, ...verdicts] of programs) {
        assert.deepEqual(verdictsOf(await program(rule, index)), verdicts, `program ${String(index)}`);
      }
    });
  }

  it('lose the row whose offset was committed ahead', async () => {
    const units = await program('commit-before-process', 0);
    assert.deepEqual(storyOf(units, 'UPDATE boats', 'lost-write').slice(0, 4), [
      '0 receives offset 70041 (first-1)',
      '0 commits offset 70042',
      '0 crashes after: commits offset 70042',
      '1 starts',
    ]);
  });

  it('charge again under another key', async () => {
    const units = await program('unstable-idempotency-key', 0);
    assert.deepEqual(storyOf(units, 'stripe.paymentIntents.create', 'duplicate').slice(0, 5), [
      '0 receives offset 70041 (first-1)',
      '0 stripe.paymentIntents.create',
      '0 crashes after: stripe.paymentIntents.create',
      '1 starts',
      '1 receives offset 70041 (first-1)',
    ]);
  });

  it('hide the error of a commit behind that of the abort, or do not', async () => {
    const errors = [0, 1, 2].map(async (index) => {
      const units = await program('abort-after-failed-commit', index);
      return storyOf(units, 'sends to bills.taxed', 'stuck').find((line) => line.includes('throws'));
    });
    assert.deepEqual(await Promise.all(errors), [
      '0 the handler throws: Cannot continue to use transaction once ended',
      '0 the handler throws: connection lost: commits the transaction',
      '0 the handler throws: connection lost: commits the transaction',
    ]);
  });

  it('commit nothing, or something after each message', async () => {
    const updates = 2;
    const steps = [0, 1, 2, 3].map(async (index) => (await program('offset-never-committed', index))[0]?.points);
    assert.deepEqual(await Promise.all(steps), [updates, updates, 2 * updates, 2 * updates]);
  });

  it('lose the rest of a batch whose consumer is to stop, or whose time is up', async () => {
    const stories = [0, 1].map(async (index) =>
      storyOf(await program('batch-tail-dropped', index), 'UPDATE boats', 'lost-write'),
    );
    assert.deepEqual(
      (await Promise.all(stories)).map((story) => story.slice(0, 5)),
      [
        [
          '0 receives offset 70041 (first-1) and offset 70042 (second-2)',
          '0 UPDATE boats',
          '0 is asked to stop during: UPDATE boats',
          '0 auto-commit moves the group to offset 70043',
          '0 the handler returns',
        ],
        [
          '0 receives offset 70041 (first-1) and offset 70042 (second-2)',
          '0 UPDATE boats',
          '0 waits for half a minute: UPDATE boats',
          '0 auto-commit moves the group to offset 70043',
          '0 the handler returns',
        ],
      ],
    );
  });

  it('append what was appended before, unless the broker recognises it', async () => {
    const stories = [0, 1].map(async (index) =>
      storyOf(await program('non-idempotent-producer', index), 'sends to regions', 'duplicate').slice(0, 3),
    );
    assert.deepEqual(await Promise.all(stories), [
      [
        '0 receives offset 70041 (first-1)',
        '0 sends to regions',
        '0 has no answer in time, and its library does it again: sends to regions',
      ],
      ['0 receives offset 70041 (first-1)', '0 sends to regions', '0 crashes after: sends to regions'],
    ]);
  });

  it('commit what was read, or stand still before it', async () => {
    const steps = [2, 4, 5].map(async (index) => (await program('misused-client-api', index))[0]?.points);
    assert.deepEqual(await Promise.all(steps), [2, 2, 2]);
  });

  it('commit by themselves where the option is ignored', async () => {
    const [unit] = await program('misplaced-client-option', 0);
    assert.equal(unit?.points, 4);
  });

  it('send nothing from a callback that never runs', async () => {
    const [unit] = await program('misused-client-api', 0);
    assert.deepEqual([unit?.effects, unit?.stuck], [[], true]);
  });

  it('send in the transaction that the id is for, or beside it', async () => {
    const sends = [0, 1].map(async (index) => {
      const [unit] = await program('idle-transactional-id', index);
      return unit?.effects.map(({ transactional }) => transactional);
    });
    assert.deepEqual(await Promise.all(sends), [
      [false, false],
      [true, true],
    ]);
  });

  it('write a row and send in one call, or in two', async () => {
    const calls = [0, 1, 2].map(async (index) =>
      (await program('dual-write', index)).map(({ name, effects }) => [name, ...effects.map(({ kind }) => kind)]),
    );
    assert.deepEqual(await Promise.all(calls), [
      [['addBoat', 'external-write', 'produce']],
      [['addBoat', 'external-write', 'produce']],
      [
        ['addBoat', 'external-write', 'external-write'],
        ['relay', 'produce', 'external-write'],
      ],
    ]);
  });
});
