import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '../default-engine.ts';
import { guideTo, type FileGuide } from './file-guide.ts';

const settle = `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'payments' });
const producer = kafka.producer({ transactionalId: 'payments', maxInFlightRequests: 1, idempotent: true });
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['payments.requested'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const transaction = await producer.transaction();
      await stripe.charges.create({ amount: 1, currency: 'eur', source: 'card' });
      await transaction.send({ topic: 'payments.settled', messages: [{ value: message.value }] });
      const offset = (BigInt(message.offset) + 1n).toString();
      await transaction.sendOffsets({
        consumerGroupId: 'payments',
        topics: [{ topic, partitions: [{ partition, offset }] }],
      });
      await transaction.commit();
    },
  });
}
`;

function guide(text: string): FileGuide {
  const host = createMemoryHost({ '/workspace/settle.ts': text });
  const { analyze, libraries } = defaultEngine;
  const analysis = analyze({ host, paths: ['/workspace'], libraries, includeTests: false, maxStates: 20_000 });
  return guideTo(analysis, 'settle.ts');
}

describe('the guide to a file', () => {
  it('has a lens over each handler and each transaction', () => {
    assert.deepEqual(
      guide(settle).lenses.map(({ place, title }) => `${place.start.line} ${title}`),
      [
        '13 exactly-once → payments.settled · at-least-once → stripe.charges',
        '14 in the transaction: exactly-once → payments.settled · at-least-once → stripe.charges',
      ],
    );
  });

  it('says of an effect why it has its guarantee, and shows the run', () => {
    const [note] = guide(settle).notes.filter(({ text }) => text.includes('`stripe.charges.create`, inside'));
    assert.match(note?.text ?? '', /^\*\*at-least-once\*\*: /);
    assert.match(note?.text ?? '', /How it comes to duplicate:\n\n1\. /);
    assert.equal(note?.isFunction, false);
  });

  it('says of a transaction what is done in it, and of a handler who commits its offsets', () => {
    const texts = guide(settle).notes.map(({ text }) => text);
    assert.ok(texts.some((text) => text.includes('The offsets of what was consumed are sent in it.')));
    assert.ok(texts.some((text) => text.includes('Offsets are not committed by the client.')));
  });

  it('has nothing to say about a file without Kafka', () => {
    assert.deepEqual(guide('export const answer = 42;\n'), { lenses: [], notes: [] });
  });

  it('shows a label as text, whatever is in it', () => {
    const nasty = settle.replaceAll('payments.settled', 'a`b*c');
    assert.ok(guide(nasty).notes.some(({ text }) => text.includes('`` a`b*c ``')));
  });
});
