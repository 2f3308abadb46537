import assert from 'node:assert/strict';
import type { FaultKind } from '../api.ts';
import type { HeldBack } from './held-back.ts';
import { InjectedFailure, type Operation } from './operation.ts';
import { Scheduler, type Actor } from './scheduler.ts';
import { Story } from './story.ts';
import { Timers } from './timers.ts';

/** A scheduler, one process, and what has been carried out. */
function scheduled(faults: readonly (readonly [number, FaultKind])[] = [], held?: HeldBack) {
  const log: string[] = [];
  const timers = new Timers();
  const scheduler = new Scheduler({ plan: new Map(faults), held, timers, story: new Story() });
  const actor = new (class implements Actor {
    readonly number = 0;
    readonly starting = false;
    dead = false;
    paused = false;
    kill(): void {
      this.dead = true;
      scheduler.forget(this);
    }
    revoke(): void {
      log.push('revoked');
    }
    stop(): void {
      log.push('stopped');
    }
  })();
  const ask = (name: string, rest: Partial<Operation<void>> = {}) =>
    scheduler.submit(actor, { label: name, point: 'write', apply: () => void log.push(name), ...rest });
  return { scheduler, actor, ask, log, timers };
}

function settled(promise: Promise<unknown>): { readonly state: () => string } {
  let state = 'pending';
  promise.then(
    () => {
      state = 'kept';
    },
    (error: unknown) => {
      state = error instanceof InjectedFailure ? 'lost' : 'refused';
    },
  );
  return { state: () => state };
}

describe('the scheduler', () => {
  it('carries out one operation after the other, in the order in which they were asked for', async () => {
    const { scheduler, ask, log } = scheduled();
    const done = settled(Promise.all([ask('a'), ask('b').then(() => ask('c')), ask('d')]));
    assert.equal(await scheduler.drive(() => done.state() === 'kept'), true);
    assert.deepEqual(log, ['a', 'b', 'd', 'c']);
    assert.deepEqual([...scheduler.detached].toSorted(), [0, 1, 2, 3]);
  });

  it('strikes a point, and no other, with its fault', async () => {
    const cases: readonly (readonly [FaultKind, string, readonly string[]])[] = [
      ['failed', 'lost', []],
      ['applied-but-failed', 'lost', ['a']],
      ['crash-before', 'pending', []],
      ['crash-after', 'pending', ['a']],
      ['revoked-last', 'kept', ['revoked', 'a']],
      ['revoked-after', 'kept', ['a', 'revoked']],
    ];
    for (const [fault, state, carriedOut] of cases) {
      const { scheduler, ask, log } = scheduled([[0, fault]]);
      const first = settled(ask('a'));
      await scheduler.drive(() => false);
      assert.equal(first.state(), state, fault);
      assert.deepEqual(log, carriedOut, fault);
    }
  });

  it('lets a process sleep before the point at which it loses its partition', async () => {
    const { scheduler, actor, ask, log } = scheduled([[0, 'revoked-first']]);
    const first = settled(ask('a'));
    await scheduler.drive(() => actor.paused);
    await scheduler.drive(() => false);
    assert.deepEqual([first.state(), ...log], ['pending', 'revoked']);
    actor.paused = false;
    await scheduler.drive(() => false);
    assert.deepEqual([first.state(), ...log], ['kept', 'revoked', 'a']);
  });

  it('hears nothing more of a process that is gone', async () => {
    const { scheduler, ask, log } = scheduled([[0, 'crash-after']]);
    void ask('a');
    void ask('b');
    await scheduler.drive(() => false);
    void ask('c');
    await scheduler.drive(() => false);
    assert.deepEqual(log, ['a']);
  });

  it('keeps the order of a connection, and lets others pass who wait for nothing', async () => {
    const lane = {};
    let free = false;
    const { scheduler, ask, log } = scheduled();
    void ask('a', { lane, ready: () => free });
    void ask('b', { lane });
    void ask('c').then(() => {
      free = true;
    });
    await scheduler.drive(() => false);
    assert.deepEqual(log, ['c', 'a', 'b']);
  });

  it('breaks a lock that nobody can give up', async () => {
    const { scheduler, ask } = scheduled();
    const waiting = settled(ask('a', { ready: () => false }));
    await scheduler.drive(() => false);
    assert.equal(waiting.state(), 'refused');
  });

  it('holds an operation back until the moment it is told, or until somebody waits for it', async () => {
    const order = async (until: HeldBack['until']): Promise<readonly string[]> => {
      const { scheduler, actor, ask, log } = scheduled([], { operation: 0, until });
      void ask('held');
      await askInTurn(scheduler, ask, ['a', 'b']);
      scheduler.deliveryEnded(actor);
      await askInTurn(scheduler, ask, ['c']);
      scheduler.holding.comeToRest();
      await scheduler.drive(() => false);
      return log;
    };
    assert.deepEqual(await order('next-point'), ['a', 'held', 'b', 'c']);
    assert.deepEqual(await order('delivery-ends'), ['a', 'b', 'held', 'c']);
    assert.deepEqual(await order('unit-ends'), ['a', 'b', 'c', 'held']);
  });

  it('lets time pass when nothing else can happen', async () => {
    const { scheduler, actor, ask, log, timers } = scheduled();
    timers.add(actor, 1000, () => void log.push('later'));
    timers.add(actor, 10, () => void log.push('soon'));
    void ask('a');
    await scheduler.drive(() => false);
    assert.deepEqual(log, ['a', 'soon', 'later']);
    assert.equal(timers.elapsed, 1000);
  });

  it('throws at once where a call answers at once', () => {
    const { scheduler, actor, log } = scheduled([[0, 'applied-but-failed']]);
    const operation = { label: 'a', point: 'write', apply: () => log.push('a') } as const;
    assert.throws(() => scheduler.performNow(actor, operation), InjectedFailure);
    assert.equal(scheduler.performNow(actor, operation), 2);
  });
});

/** Asks for one operation after the other, each when the last one is done; all that is left may wait. */
async function askInTurn(
  scheduler: Scheduler,
  ask: (name: string) => Promise<void>,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const done = settled(ask(name));
    await scheduler.drive(() => done.state() === 'kept');
  }
}
