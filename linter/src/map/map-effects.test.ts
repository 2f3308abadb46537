import assert from 'node:assert/strict';
import { defaultEngine } from '../default-engine.ts';
import { lint } from '../session.ts';
import { requestFor } from '../testing/check-texts.ts';
import { effectsOf, mapped } from '../testing/mapped.ts';

const program = (tag: string): string => `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
const stripe = new Stripe('key');
const kafka = new Kafka({ brokers: [] });
const consumer = kafka.consumer({ groupId: 'orders' });
const producer = kafka.producer();
const seen = new Set<string>();
${tag}
async function charge(id: string): Promise<void> {
  if (seen.has(id)) return;
  seen.add(id);
  await post(id);
  void producer.send({ topic: 'charged', messages: [{ value: id }] });
}
async function post(charge: string): Promise<void> {
  await stripe.refunds.create({ charge });
}
await consumer.subscribe({ topic: 'orders' });
await consumer.run({ eachMessage: async ({ message }) => {
  await charge(String(message.key));
  await stripe.customers.create({ email: String(message.value) });
} });
`;

const vouched = { 'main.ts': program('/** @eos idempotent */') };

/** The lines with findings, under the strict preset. */
function linesOf(text: string): readonly string[] {
  const request = requestFor({ 'main.ts': text }, { preset: 'strict' });
  const { findings } = lint({ ...request, maxStates: 20_000, withFixes: false }, defaultEngine);
  return findings.map(({ start, rule }) => `${String(start.line)} ${rule}`);
}

describe('what a function does that the user vouches for', () => {
  it('stays in the map: its writes are idempotent, what it sends is not', () => {
    const { map } = mapped(vouched);
    assert.deepEqual(effectsOf(map), [
      'outside at-most-once stripe.refunds.create',
      'outside none send charged',
      'outside at-least-once stripe.customers.create',
    ]);
    const [write] = map.pipelines.flatMap(({ effects }) => effects);
    assert.equal(write?.kind === 'write' && write.policy.split(';')[0], POLICY);
    assert.deepEqual(
      map.topics.flatMap(({ writers }) => writers.map(({ pipeline }) => pipeline !== undefined)),
      [true],
    );
  });

  it('is no trap, and hides no other', () => {
    assert.ok(linesOf(program('')).length > 1);
    assert.deepEqual(linesOf(program('/** @eos idempotent */')), ['21 unkeyed-external-write']);
  });
});

const POLICY = 'idempotent: vouched for above a function that leads to it';
