import assert from 'node:assert/strict';
import type { DeliveryMap, Pipeline } from '@kafka-eos/linter/map/delivery-map';
import { pipelineNodes, type PipelineNode } from './pipeline-nodes.ts';

const at = { file: 'a.ts', line: 3, column: 1 };

const handler: Pipeline = {
  id: 'p1',
  service: '.',
  kind: 'handler',
  delivery: 'each-message',
  name: 'eachMessage',
  at,
  consumer: 'c1',
  guarantee: 'at-least-once',
  complete: true,
  position: ['auto-commit'],
  transactions: [],
  effects: [
    {
      kind: 'send',
      label: 'producer.send',
      at: { ...at, line: 5 },
      where: 'in-transaction',
      guarantee: 'exactly-once',
      reason: 'output and input offset move together',
      anomalies: [],
      topics: ['settled'],
      unresolvedTopics: [],
    },
    {
      kind: 'write',
      label: 'stripe.charges.create',
      at: { ...at, line: 4 },
      where: 'beside-transaction',
      guarantee: 'at-least-once',
      reason: 'repeated when the process crashes',
      anomalies: ['duplicate'],
      category: 'payment',
      library: 'stripe',
      repeat: 'non-idempotent',
      policy: '',
    },
  ],
};

const map: DeliveryMap = {
  clients: ['kafkajs'],
  services: [{ id: '.', name: 'shop' }],
  pipelines: [handler, { ...handler, id: 'p2', kind: 'transaction', name: 'seed', consumer: 'none', effects: [] }],
  consumers: [
    {
      id: 'c1',
      service: '.',
      at,
      library: 'kafkajs',
      group: 'payments',
      topics: ['requested'],
      unresolvedTopics: [],
      isolation: 'read_committed',
      inputs: 'nobody-here',
      pipelines: ['p1'],
    },
  ],
  producers: [],
  topics: [],
  unknowns: [],
};

function lines(nodes: readonly PipelineNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ label, description, icon, children }) => [
    `${indent}${icon} ${label} | ${description}`,
    ...lines(children, `${indent}  `),
  ]);
}

describe('the Pipelines view', () => {
  it('leads from the consumer over its handlers to their effects', () => {
    assert.deepEqual(lines(pipelineNodes(map)), [
      'consumer requested | group payments · shop',
      '  handler eachMessage | at least once',
      '    once send → settled | exactly once · in the transaction',
      '    repeats stripe.charges.create | at least once · beside the open transaction',
      'handler seed | no effect in sight',
    ]);
  });

  it('has an id of its own for every line', () => {
    const ids = (nodes: readonly PipelineNode[]): readonly string[] =>
      nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
    const all = ids(pipelineNodes(map));
    assert.equal(new Set(all).size, all.length);
  });
});
