import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '../default-engine.ts';
import { lint } from '../session.ts';
import { effectsOf } from '../testing/mapped.ts';
import { mapWorkspace } from './map-workspace.ts';

const handler = (topic: string): string => `import { listen, announce } from '@acme/bus';
import Stripe from 'stripe';
const stripe = new Stripe('key');
void listen('${topic}', async (order: { id: string }) => {
  await stripe.refunds.create({ charge: order.id });
  await announce('${topic}.refunded', order.id);
});
`;

const files = {
  'package.json': '{ "workspaces": ["packages/*", "services/*"] }',
  'packages/bus/package.json': '{ "name": "@acme/bus", "main": "dist/index.js" }',
  'packages/bus/src/index.ts': `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
const kafka = new Kafka({ brokers: [] });
const producer = kafka.producer();
export async function announce(topic: string, value: string): Promise<void> {
  await producer.send({ topic, messages: [{ value }] });
}
export async function listen(topic: string, handle: (event: { id: string }) => Promise<void>): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'shared' });
  await consumer.subscribe({ topic });
  await consumer.run({ eachMessage: async ({ message }) => handle(JSON.parse(String(message.value))) });
}
export async function audit(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'audit' });
  await consumer.subscribe({ topic: 'audits' });
  await consumer.run({ eachMessage: async () => void (await new Stripe('key').refunds.create({})) });
}
`,
  'services/billing/package.json': '{ "name": "@acme/billing" }',
  'services/billing/main.ts': handler('billing'),
  'services/mail/package.json': '{ "name": "@acme/mail" }',
  'services/mail/main.ts': handler('mail'),
};

const request = {
  host: { ...createMemoryHost(files), root: '/workspace/services/billing' },
  paths: ['/workspace/services/billing'],
  outermost: '/workspace',
  includeTests: false,
  maxStates: 20_000,
};

describe('one service of a monorepo whose client is shared', () => {
  it('has the map of its own handlers, and nothing that only the shared code does', () => {
    const { map } = mapWorkspace(request, defaultEngine);
    assert.deepEqual(effectsOf(map), [
      'outside at-least-once stripe.refunds.create',
      'outside at-least-once send billing.refunded',
    ]);
    assert.deepEqual(
      map.services.map(({ name }) => name),
      ['@acme/billing', '@acme/bus'],
    );
    assert.deepEqual(
      map.topics.map(({ name }) => name),
      ['billing', 'billing.refunded'],
    );
    assert.deepEqual(
      map.consumers.map(({ group }) => group),
      ['shared'],
    );
  });

  it('has the findings that its handlers lead to', () => {
    const { findings } = lint({ ...request, settings: { rules: new Map() }, withFixes: true }, defaultEngine);
    assert.deepEqual(
      findings.map(({ file, start, rule }) => `${file}:${String(start.line)} ${rule}`),
      ['main.ts:5 unkeyed-external-write'],
    );
  });
});
