import assert from 'node:assert/strict';
import { programsOf } from '../testing/page-programs.ts';
import { simulateSource, storyOf, verdictsOf } from '../testing/simulated-source.ts';
import type { SimulatedUnit, SimulationOptions } from './api.ts';

const fields = ['eventId', 'owner', 'coins', 'cents', 'tenant'];

async function program(
  rule: string,
  index: number,
  options: SimulationOptions = {},
): Promise<readonly SimulatedUnit[]> {
  return simulateSource(programsOf(rule)[index] ?? '', { fields, ...options });
}

describe('the crash of in-memory-dedup', () => {
  it('adds the coins twice, because the set is a new one', async () => {
    const units = await program('in-memory-dedup', 0);
    assert.deepEqual(verdictsOf(units), ['UPDATE wallets: at-least-once (duplicate)']);
    assert.deepEqual(storyOf(units, 'UPDATE wallets', 'duplicate').slice(0, 5), [
      '0 receives offset 70041 (first-1)',
      '0 UPDATE wallets',
      '0 crashes after: UPDATE wallets',
      '1 starts',
      '1 receives offset 70041 (first-1)',
    ]);
  });

  it('loses and repeats a message whose record comes first', async () => {
    assert.deepEqual(verdictsOf(await program('in-memory-dedup', 1)), [
      'sends to parcels.forwarded: none (duplicate, lost-write)',
    ]);
  });

  it('does not happen with an inbox row in the same transaction', async () => {
    assert.deepEqual(verdictsOf(await program('in-memory-dedup', 2)), [
      'INSERT INTO inbox: effectively-once',
      'UPDATE wallets: effectively-once',
    ]);
  });
});

describe('the crash of offsets-outside-transaction', () => {
  it('commits the output twice', async () => {
    const units = await program('offsets-outside-transaction', 0);
    assert.deepEqual(verdictsOf(units), ['sends to bills.taxed: at-least-once (duplicate, aborted-read, stuck)']);
    assert.deepEqual(storyOf(units, 'sends to bills.taxed', 'duplicate').slice(0, 6), [
      '0 receives offset 70041 (first-1)',
      '0 begins a transaction as vat-0',
      '0 sends to bills.taxed',
      '0 commits the transaction',
      '0 crashes after: commits the transaction',
      '1 starts',
    ]);
  });

  it('commits it twice as well where the offset follows by hand', async () => {
    const [verdict] = verdictsOf(await program('offsets-outside-transaction', 1));
    assert.match(verdict ?? '', /^sends to bills.taxed: at-least-once \(duplicate/);
  });

  it('does not happen with the offsets in the transaction', async () => {
    assert.deepEqual(verdictsOf(await program('offsets-outside-transaction', 3)), [
      'sends to bills.taxed: exactly-once (aborted-read, stuck)',
    ]);
  });

  it('leaves a transaction that consumes nothing alone', async () => {
    const calls = [{ export: 'publish', args: ['first-1', 100] }];
    assert.deepEqual(verdictsOf(await program('offsets-outside-transaction', 4, { calls })), [
      'sends to catalogue.prices: at-least-once (duplicate, aborted-read, stuck)',
      'sends to catalogue.audit: at-least-once (duplicate, aborted-read, stuck)',
    ]);
  });
});

describe('the crash of read-uncommitted-consumer', () => {
  it('shows a reservation that is taken back', async () => {
    const calls = [{ export: 'reserve', args: ['first-1'] }];
    const units = await program('read-uncommitted-consumer', 0, { calls, start: 'watch' });
    const reserved = units.find(({ kind }) => kind === 'transaction');
    assert.deepEqual(verdictsOf(reserved ? [reserved] : []), [
      'sends to stock.reserved: at-least-once (duplicate, aborted-read, stuck)',
      'sends to stock.audit: at-least-once (duplicate, aborted-read, stuck)',
    ]);
    assert.deepEqual(storyOf(units, 'sends to stock.reserved', 'aborted-read').slice(0, 4), [
      '0 reserve is called',
      '0 begins a transaction as stock-0',
      '0 sends to stock.reserved',
      '0 crashes after: sends to stock.reserved',
    ]);
  });

  it('prints labels for what was taken back, unless only committed messages are read', async () => {
    const printing = `
import { Kafka } from 'kafkajs';
import axios from 'axios';
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'labels', readUncommitted: READ });
export async function start() {
  await consumer.subscribe({ topics: ['stock.reserved'] });
  await consumer.run({ eachMessage: async ({ message }) => { await axios.put('https://printer/' + String(message.key)); } });
}`;
    const messages = [
      { id: 'taken-back', key: 'taken-back', value: '{}', aborted: true },
      { id: 'kept', key: 'kept', value: '{}' },
    ] as const;
    const dirty = await simulateSource(printing.replace('READ', 'true'), { messages: [messages[0], messages[1]] });
    const clean = await simulateSource(printing.replace('READ', 'false'), { messages: [messages[0], messages[1]] });
    assert.deepEqual(verdictsOf(dirty), ['PUT https://printer/{message}: effectively-once (aborted-read)']);
    assert.deepEqual(verdictsOf(clean), ['PUT https://printer/{message}: effectively-once']);
  });
});

describe('the crash of unkeyed-external-write', () => {
  it('charges the tenant twice', async () => {
    const units = await program('unkeyed-external-write', 0);
    assert.deepEqual(verdictsOf(units), ['stripe.paymentIntents.create: at-least-once (duplicate)']);
  });

  it('leaves the row of a transaction that was aborted, and writes it again', async () => {
    const units = await program('unkeyed-external-write', 1);
    assert.deepEqual(
      verdictsOf(units).find((verdict) => verdict.startsWith('INSERT')),
      'INSERT INTO rides: at-least-once (duplicate, stuck)',
    );
  });

  it('does not happen under a key', async () => {
    assert.deepEqual(verdictsOf(await program('unkeyed-external-write', 2)), [
      'stripe.paymentIntents.create: effectively-once',
    ]);
  });
});
