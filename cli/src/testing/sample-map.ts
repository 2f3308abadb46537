import type { DeliveryMap, MapConsumer, MapEffect, Pipeline, Site } from '@kafka-eos/linter/map/delivery-map';
import type { MapReport } from '../map/map-report.ts';
import { plain } from '../terminal/style.ts';

const at = (file: string, line: number): Site => ({ file, line, column: 3 });

const orders: Pipeline = {
  id: 'orders/main.ts:20:3',
  service: 'orders',
  kind: 'handler',
  delivery: 'each-message',
  name: 'onOrder',
  at: at('orders/main.ts', 20),
  consumer: 'orders/main.ts:13:3',
  guarantee: 'at-least-once',
  complete: true,
  position: ['in-transaction'],
  transactions: [
    { at: at('orders/main.ts', 21), producers: ['orders/main.ts:8:3'], sendsOffsets: true, commits: true },
  ],
  effects: [
    {
      kind: 'send',
      label: 'transaction.send',
      at: at('orders/main.ts', 22),
      where: 'in-transaction',
      guarantee: 'exactly-once',
      reason: 'it is visible when the transaction commits, and so is the offset',
      anomalies: [],
      topics: ['payments'],
      unresolvedTopics: [],
    },
    {
      kind: 'write',
      label: 'INSERT INTO requests',
      at: at('orders/store.ts', 7),
      where: 'beside-transaction',
      guarantee: 'at-least-once',
      reason: 'repeated when the process crashes before the commit',
      anomalies: ['duplicate'],
      category: 'database',
      library: 'pg',
      resource: 'requests',
      repeat: 'non-idempotent',
      policy: 'no policy: every execution counts',
    },
  ],
};

const payments: Pipeline = {
  id: 'payments/main.ts:9:3',
  service: 'payments',
  kind: 'handler',
  delivery: 'each-batch',
  name: 'eachBatch',
  at: at('payments/main.ts', 9),
  consumer: 'payments/main.ts:5:3',
  guarantee: 'none',
  complete: true,
  position: ['auto-commit'],
  transactions: [],
  effects: [
    {
      kind: 'write',
      label: 'stripe.charges.create',
      at: at('payments/main.ts', 11),
      where: 'outside',
      guarantee: 'none',
      reason: 'repeated when the process crashes after the handler; lost when it fails and throws',
      anomalies: ['duplicate', 'lost-write'],
      category: 'payment',
      library: 'stripe',
      repeat: 'non-idempotent',
      policy: 'no policy: every execution counts; guarded by seen, in memory only',
    },
  ],
};

const consumers: readonly MapConsumer[] = [
  {
    id: 'orders/main.ts:13:3',
    service: 'orders',
    at: at('orders/main.ts', 13),
    library: 'kafkajs',
    group: 'orders',
    topics: ['orders'],
    unresolvedTopics: [],
    isolation: 'read_committed',
    inputs: 'nobody-here',
    pipelines: [orders.id],
  },
  {
    id: 'payments/main.ts:5:3',
    service: 'payments',
    at: at('payments/main.ts', 5),
    library: 'kafkajs',
    groupWritten: 'process.env.GROUP',
    topics: ['payments'],
    unresolvedTopics: [],
    isolation: 'read_uncommitted',
    isolationAt: at('payments/main.ts', 6),
    inputs: 'in-transactions',
    pipelines: [payments.id],
  },
];

/** Two services and what joins them: something of everything, and small enough to be read as a whole. */
export const sampleMap: DeliveryMap = {
  clients: ['kafkajs'],
  services: [
    { id: 'orders', name: 'orders' },
    { id: 'payments', name: 'payments' },
  ],
  pipelines: [orders, payments],
  consumers,
  producers: [
    {
      id: 'orders/main.ts:8:3',
      service: 'orders',
      at: at('orders/main.ts', 8),
      library: 'kafkajs',
      transactionalId: { text: "process.env.TX ?? 'orders-0'", origin: 'derived' },
      topics: ['payments'],
    },
  ],
  topics: [
    { name: 'orders', writers: [], readers: [{ service: 'orders', consumer: 'orders/main.ts:13:3' }] },
    {
      name: 'payments',
      writers: [{ service: 'orders', pipeline: orders.id, at: at('orders/main.ts', 22), transactional: true }],
      readers: [{ service: 'payments', consumer: 'payments/main.ts:5:3' }],
    },
  ],
  unknowns: [
    {
      kind: 'call',
      what: 'send (@house/mail)',
      sites: [at('payments/main.ts', 12)],
      consequence: 'it gets data of the message; nothing is known of it, and it is taken for harmless',
      remedy: {
        words: 'If it changes another system, describe it:',
        snippet: "declare module '@house/mail' {\n  export function send(): void;\n}",
      },
    },
  ],
};

export const sampleMapReport: MapReport = {
  map: sampleMap,
  notices: [],
  explain: false,
  shownPath: (file) => file,
  linkTo: ({ file, line }) => `${file}#L${String(line)}`,
  style: plain,
  width: 80,
};

/** The sample with hostile text wherever text of others goes. */
export function hostileMapReport(text: string): MapReport {
  const notices = [{ message: text, file: text, incomplete: true }];
  return { ...sampleMapReport, explain: true, notices, linkTo: () => 'place', map: hostileMap(text) };
}

function hostileMap(text: string): DeliveryMap {
  const bad = <Placed extends { readonly at: Site }>(placed: Placed): Placed => ({
    ...placed,
    at: { ...placed.at, file: text },
  });
  return {
    clients: [text],
    services: sampleMap.services.map(({ id }) => ({ id, name: text })),
    pipelines: sampleMap.pipelines.map((pipeline) =>
      bad({ ...pipeline, name: text, effects: pipeline.effects.map((effect) => bad(hostileEffect(effect, text))) }),
    ),
    consumers: sampleMap.consumers.map((consumer, i) =>
      bad({ ...consumer, topics: i === 0 ? [] : [text], unresolvedTopics: [text], group: text }),
    ),
    producers: sampleMap.producers.map((producer) =>
      bad({ ...producer, topics: [text], transactionalId: { text, origin: 'constant' } as const }),
    ),
    topics: sampleMap.topics.map((topic, i) => (i === 0 ? topic : { ...topic, name: text })),
    unknowns: sampleMap.unknowns.map((unknown) => ({
      ...unknown,
      what: text,
      consequence: text,
      sites: unknown.sites.map((site) => ({ ...site, file: text })),
      remedy: { words: 'Paste:', snippet: `${text}\n${text}` },
    })),
  };
}

function hostileEffect(effect: MapEffect, text: string): MapEffect {
  return effect.kind === 'send'
    ? { ...effect, label: text, reason: text, topics: [text], unresolvedTopics: [text] }
    : { ...effect, label: text, reason: text, category: text, policy: text, resource: text };
}
