import assert from 'node:assert/strict';
import { batchHandlerOf, handlerOf, simulateSource, verdictsOf } from '../../testing/simulated-source.ts';
import type { Point } from '../world/operation.ts';
import { faultsFor } from './fault-plans.ts';

function point(changes: Partial<Point>): Point {
  return { kind: 'write', label: '', concurrent: false, delivery: 1, asMember: false, isRetried: false, ...changes };
}

function kindsOf(points: readonly Point[], ...membershipAsked: readonly number[]): readonly string[] {
  const run = { points, membershipAsked: new Set(membershipAsked) };
  return faultsFor(run, 'handler').map((fault) => `${fault.point} ${fault.kind}`);
}

describe('the faults of a run', () => {
  it('are those that can strike a point', () => {
    assert.deepEqual(kindsOf([point({ kind: 'read' })]), [
      '0 crash-before',
      '0 failed',
      '0 revoked-first',
      '0 revoked-last',
    ]);
    assert.deepEqual(kindsOf([point({ kind: 'opaque' })]), ['0 failed']);
    assert.deepEqual(kindsOf([point({ kind: 'membership' })], 1), ['0 revoked-first', '0 revoked-last']);
    assert.ok(kindsOf([point({})]).includes('0 applied-but-failed'));
    assert.ok(!kindsOf([point({ kind: 'library' })]).includes('0 failed'));
  });

  it('leave out a crash after a question, which changes nothing', () => {
    const after = (second: Partial<Point>) =>
      kindsOf([point({}), point({ kind: 'read', ...second })]).includes('1 crash-after');
    assert.deepEqual([after({}), after({ concurrent: true })], [false, true]);
  });

  it('leave out a crash before a point that is the crash after the last one', () => {
    const before = (second: Partial<Point>) => kindsOf([point({}), point(second)]).includes('1 crash-before');
    assert.deepEqual([before({}), before({ concurrent: true })], [false, true]);
    assert.ok(kindsOf([point({ kind: 'membership' }), point({})]).includes('1 crash-before'));
  });

  it('let a process lose its partition where it can make a difference', () => {
    const points = [point({}), point({ asMember: true }), point({}), point({ delivery: 2 })];
    const lost = (...asked: readonly number[]) =>
      kindsOf(points, ...asked).filter((fault) => fault.endsWith('revoked-last'));
    assert.deepEqual(lost(), ['1 revoked-last', '2 revoked-last', '3 revoked-last']);
    assert.equal(lost(0).length, 3);
    assert.equal(lost(1)[0], '0 revoked-last');
    const after = (...asked: readonly number[]) =>
      kindsOf(points, ...asked).filter((fault) => fault.endsWith('revoked-after'));
    assert.deepEqual([after(), after(1), after(2, 3)], [[], [], ['1 revoked-after']]);
  });

  it('are joined by disturbances that somebody asks for', () => {
    const run = {
      points: [point({ isRetried: true }), point({ kind: 'library' })],
      membershipAsked: new Set<number>(),
    };
    const added = (target: 'handler' | 'call') =>
      faultsFor(run, target, { disturbances: true })
        .filter(({ kind }) => ['stopped', 'slow', 'retried'].includes(kind))
        .map((fault) => `${fault.point} ${fault.kind}`);
    assert.deepEqual(added('handler'), ['0 retried', '0 slow', '0 stopped']);
    assert.deepEqual(added('call'), ['0 retried', '0 slow']);
  });

  it('leave the partitions out of a call', () => {
    const faults = faultsFor({ points: [point({})], membershipAsked: new Set([1]) }, 'call');
    assert.deepEqual(
      faults.map(({ kind }) => kind),
      ['crash-before', 'crash-after', 'applied-but-failed', 'failed'],
    );
  });

  it('hold back what nobody waits for, until three moments', async () => {
    const [waited] = await simulateSource(handlerOf(`await axios.put('https://a/' + event.id);`));
    const [detached] = await simulateSource(handlerOf(`void axios.put('https://a/' + event.id);`));
    assert.ok((detached?.runs ?? 0) > 3 * (waited?.runs ?? 0));
  });
});

describe('a process that has lost its partition', () => {
  it('is not listened to by the group, and repeats what its successor does', async () => {
    const run = 'autoCommit: false,';
    const early = `await consumer.commitOffsets([{ topic, partition, offset: next(message) }]);
      await axios.post('https://bank/transfer', event).catch(() => undefined);`;
    assert.deepEqual(verdictsOf(await simulateSource(handlerOf(early, { run }))), [
      'POST https://bank/transfer: at-most-once (lost-write)',
    ]);
    const late = `await axios.post('https://bank/transfer', event).catch(() => undefined);`;
    const [unit] = await simulateSource(handlerOf(late));
    const revoked = unit?.effects[0]?.anomalies.map(({ run: { faults } }) => faults[0]?.kind);
    assert.equal(unit?.effects[0]?.guarantee, 'none');
    assert.ok(revoked?.every((kind) => kind !== undefined));
  });

  it('learns of it from a heartbeat', async () => {
    const source = (check: string) =>
      batchHandlerOf(`for (const message of batch.messages) {
        ${check}
        await axios.put('https://bank/' + JSON.parse(String(message.value)).id);
        resolveOffset(message.offset);
      }`);
    const [asking] = await simulateSource(source('await payload.heartbeat(); if (payload.isStale()) return;'));
    const [careless] = await simulateSource(source(''));
    assert.ok((asking?.runs ?? 0) > (careless?.runs ?? 0));
    assert.deepEqual(verdictsOf(asking ? [asking] : []), ['PUT https://bank/{message}: effectively-once']);
  });
});
