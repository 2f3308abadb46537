import assert from 'node:assert/strict';
import { machineOf, sideTo } from '../testing/hand-made-machine.ts';
import { explore, type ExploreScope } from './explore.ts';
import type { Action, Machine, MoveId } from './machine.ts';

const scope: ExploreScope = {
  faults: 1,
  kinds: { crash: true, failure: true, revoked: true },
  redeliver: true,
  states: 20_000,
};
const crashes: ExploreScope = { ...scope, kinds: { crash: true, failure: false, revoked: false } };
const failures: ExploreScope = { ...scope, kinds: { crash: false, failure: true, revoked: false } };

const exit: Action = { kind: 'exit' };
const failure: Action = { kind: 'failure' };

function target(next: MoveId, error: MoveId, into: 'outside' | 'database' | 'kafka' = 'outside'): Action {
  return { kind: 'target', repeat: 'count', into, next, error };
}

function transaction(verb: 'begin' | 'commit' | 'abort' | 'send-offsets', next: MoveId, error: MoveId): Action {
  return { kind: 'transaction', verb, next, error };
}

function kindsOf(machine: Machine, within: ExploreScope = scope): string {
  const { anomalies, complete } = explore(machine, within);
  assert.equal(complete, true);
  return [...anomalies.keys()].sort().join(' ');
}

describe('the runs of a machine', () => {
  it('repeat a plain effect, and never lose it', () => {
    assert.equal(kindsOf(machineOf([target(1, 2), exit, failure])), 'duplicate');
  });

  it('leave one end state where a repeat changes nothing', () => {
    const keep: Action = { kind: 'target', repeat: 'keep', into: 'outside', next: 1, error: 2 };
    assert.equal(kindsOf(machineOf([keep, exit, failure])), '');
  });

  it('lose an effect whose failure is swallowed', () => {
    assert.equal(kindsOf(machineOf([target(1, 1), exit, failure]), failures), 'lost-write');
    assert.equal(kindsOf(machineOf([target(1, 1), exit, failure]), crashes), 'duplicate');
  });

  it('lose an effect behind an offset commit, and repeat one before it', () => {
    const commit = (next: MoveId): Action => ({ kind: 'position', how: 'commit', next, error: 3 });
    const manual = { delivery: { autoCommit: false } };
    assert.equal(kindsOf(machineOf([commit(1), target(2, 3), exit, failure], manual), crashes), 'lost-write');
    assert.equal(kindsOf(machineOf([target(1, 3), commit(2), exit, failure], manual), crashes), 'duplicate');
  });

  it('tell a resolved offset from a committed one', () => {
    const resolve: Action = { kind: 'position', how: 'resolve', next: 1, error: 3 };
    const machine = machineOf([resolve, target(2, 3), exit, failure]);
    assert.equal(kindsOf(machine, failures), 'lost-write');
    assert.equal(kindsOf(machine, crashes), 'duplicate');
  });

  it('forget at a crash what a guard kept in memory', () => {
    const guarded = machineOf([
      { kind: 'sample', guard: 1, durable: false, next: 1, error: 1 },
      { kind: 'test', guard: 1, recorded: 4, fresh: 2 },
      target(3, 5),
      { kind: 'record', guard: 1, durable: false, next: 4, error: 4 },
      exit,
      failure,
    ]);
    assert.equal(kindsOf(guarded, crashes), 'duplicate');
    const trace = explore(guarded, crashes).anomalies.get('duplicate');
    assert.ok(trace?.some(({ message }) => message.includes('what it kept in memory is gone')));
  });

  it('lose what a guard in memory has recorded too early, when the handler throws', () => {
    const early = machineOf([
      { kind: 'sample', guard: 1, durable: false, next: 1, error: 1 },
      { kind: 'test', guard: 1, recorded: 4, fresh: 2 },
      { kind: 'record', guard: 1, durable: false, next: 3, error: 3 },
      target(4, 5),
      exit,
      failure,
    ]);
    assert.equal(kindsOf(early, failures), 'lost-write');
  });

  it('lose what was claimed before it was done', () => {
    const claimed = machineOf([
      { kind: 'claim', guard: 0, next: 1, error: 4 },
      { kind: 'test', guard: 0, recorded: 3, fresh: 2 },
      target(3, 4),
      exit,
      failure,
    ]);
    assert.equal(kindsOf(claimed), 'lost-write');
  });

  it('keep an effect and its record together in a transaction of the database', () => {
    const database = (verb: 'begin' | 'commit' | 'rollback', next: MoveId, error: MoveId): Action => ({
      kind: 'database',
      verb,
      next,
      error,
    });
    const claimed = machineOf([
      database('begin', 1, 7),
      { kind: 'claim', guard: 0, next: 2, error: 5 },
      { kind: 'test', guard: 0, recorded: 4, fresh: 3 },
      target(4, 5, 'database'),
      database('commit', 6, 5),
      database('rollback', 7, 7),
      exit,
      failure,
    ]);
    assert.equal(kindsOf(claimed), '');
  });

  it('move output and offset together in a Kafka transaction, and apart where no offset is sent', () => {
    const complete = machineOf([
      transaction('begin', 1, 5),
      target(2, 5, 'kafka'),
      transaction('send-offsets', 3, 5),
      transaction('commit', 4, 5),
      exit,
      failure,
    ]);
    assert.equal(kindsOf(complete, crashes), '');
    const without = machineOf([
      transaction('begin', 1, 4),
      target(2, 4, 'kafka'),
      transaction('commit', 3, 4),
      exit,
      failure,
    ]);
    assert.equal(kindsOf(without, crashes), 'duplicate');
  });

  it('show an aborted output to those who read uncommitted messages', () => {
    const moves = [transaction('begin', 1, 3), target(2, 3, 'kafka'), transaction('commit', 3, 3), exit];
    const output = machineOf(moves, { target: { ...machineOf(moves).target, produce: true } });
    assert.ok(explore(output, crashes).anomalies.has('aborted-read'));
    assert.ok(!explore(machineOf(moves), crashes).anomalies.has('aborted-read'));
  });

  it('do not blame a fault for what the message itself leads away from', () => {
    const turned = machineOf([{ kind: 'turn', sides: [sideTo(1), sideTo(2, true)] }, target(2, 3), exit, failure]);
    assert.equal(kindsOf(turned), 'duplicate');
  });

  it('count the elements of a loop as different work, and a retry as the same', () => {
    const loop = machineOf([{ kind: 'each', bit: 0, holds: true, body: 1, next: 2 }, target(0, 3), exit, failure]);
    assert.equal(kindsOf(loop, { ...failures, redeliver: false }), 'lost-write');
    const retry = machineOf([target(1, 0), exit, failure]);
    assert.equal(kindsOf(retry, { ...failures, redeliver: false }), 'duplicate');
  });

  it('are the same for a function that somebody calls, except that nothing is redelivered behind its back', () => {
    const call = machineOf([target(1, 2), exit, failure], { delivery: { kind: 'call' } });
    const trace = explore(call, crashes).anomalies.get('duplicate');
    assert.equal(trace?.[0]?.message, 'the function is called');
    assert.ok(trace.some(({ message }) => message === 'after the restart the work is started again'));
  });

  it('say nothing at all when the bound is reached', () => {
    const machine = machineOf([target(1, 2), exit, failure]);
    const { anomalies, complete, states } = explore(machine, { ...scope, states: 2 });
    assert.equal(complete, false);
    assert.equal(anomalies.size, 0);
    assert.equal(states, 2);
  });

  it('know whether an effect is reached without a fault', () => {
    assert.equal(explore(machineOf([target(1, 2), exit, failure]), scope).reached, true);
    const onError = machineOf([{ kind: 'may-fail', next: 2, error: 1 }, target(2, 3), exit, failure]);
    assert.equal(explore(onError, scope).reached, false);
  });

  it('are told in the order of the clock, the shortest first', () => {
    const machine = machineOf([
      { kind: 'go', next: [1, 2] },
      { kind: 'may-fail', next: 2, error: 4 },
      target(3, 4),
      exit,
      failure,
    ]);
    const trace = explore(machine, crashes).anomalies.get('duplicate') ?? [];
    assert.deepEqual(
      trace.map(({ kind, place }) => `${kind} ${String(place.start.line)}`),
      ['receive 100', 'effect 3', 'fault 4', 'replay 100', 'effect 3', 'outcome 1'],
    );
  });
});
