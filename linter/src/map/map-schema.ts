import { guarantees } from '@kafka-eos/analyzer/facts/guarantee';
import * as v from 'valibot';

const site = v.strictObject({ file: v.string(), line: v.number(), column: v.number() });
const texts = v.array(v.string());
const guarantee = v.picklist(guarantees);

const effect = {
  label: v.string(),
  at: site,
  where: v.picklist(['in-transaction', 'beside-transaction', 'outside']),
  guarantee,
  reason: v.string(),
  anomalies: v.array(v.picklist(['duplicate', 'lost-write', 'aborted-read', 'stuck'])),
};

const send = v.strictObject({ kind: v.literal('send'), ...effect, topics: texts, unresolvedTopics: texts });

const write = v.strictObject({
  kind: v.literal('write'),
  ...effect,
  category: v.string(),
  library: v.string(),
  resource: v.exactOptional(v.string()),
  repeat: v.picklist(['idempotent', 'keyed', 'unstable-key', 'non-idempotent', 'unknown']),
  policy: v.string(),
});

const pipeline = v.strictObject({
  id: v.string(),
  service: v.string(),
  kind: v.picklist(['handler', 'transaction']),
  delivery: v.picklist(['each-message', 'each-batch', 'call']),
  name: v.string(),
  at: site,
  handlerAt: v.exactOptional(site),
  consumer: v.exactOptional(v.string()),
  guarantee,
  complete: v.boolean(),
  position: v.array(v.picklist(['in-transaction', 'by-hand', 'auto-commit', 'nobody', 'unknown'])),
  transactions: v.array(
    v.strictObject({ at: site, producers: texts, sendsOffsets: v.boolean(), commits: v.boolean() }),
  ),
  effects: v.array(v.variant('kind', [send, write])),
});

const consumer = v.strictObject({
  id: v.string(),
  service: v.string(),
  at: site,
  library: v.string(),
  group: v.exactOptional(v.string()),
  groupWritten: v.exactOptional(v.string()),
  topics: texts,
  unresolvedTopics: texts,
  isolation: v.picklist(['read_committed', 'read_uncommitted', 'unknown']),
  isolationAt: v.exactOptional(site),
  inputs: v.picklist(['in-transactions', 'outside-transactions', 'both', 'nobody-here']),
  pipelines: texts,
});

const producer = v.strictObject({
  id: v.string(),
  service: v.string(),
  at: site,
  library: v.string(),
  transactionalId: v.exactOptional(
    v.strictObject({ text: v.string(), origin: v.picklist(['constant', 'derived', 'unstable', 'unknown']) }),
  ),
  topics: texts,
});

const topic = v.strictObject({
  name: v.string(),
  writers: v.array(
    v.strictObject({
      service: v.string(),
      pipeline: v.exactOptional(v.string()),
      at: site,
      transactional: v.boolean(),
    }),
  ),
  readers: v.array(v.strictObject({ service: v.string(), consumer: v.string() })),
});

const unknown = v.strictObject({
  kind: v.picklist([
    'read-topic',
    'written-topic',
    'group-id',
    'handler',
    'producer',
    'transactional-id',
    'effect',
    'call',
    'logging',
    'bound',
  ]),
  what: v.string(),
  sites: v.array(site),
  consequence: v.string(),
  remedy: v.strictObject({ words: v.string(), snippet: v.exactOptional(v.string()) }),
});

const notice = v.strictObject({ message: v.string(), file: v.exactOptional(v.string()), incomplete: v.boolean() });

/** The format's version: raised when a reader of the old one would misread the new one. */
export const mapVersion = 1;

/** What `kafka-eos map --format json` prints; its JSON schema is `kafka-eos-map.schema.json`. */
export const mapSchema = v.strictObject({
  version: v.literal(mapVersion),
  clients: texts,
  services: v.array(v.strictObject({ id: v.string(), name: v.string() })),
  pipelines: v.array(pipeline),
  consumers: v.array(consumer),
  producers: v.array(producer),
  topics: v.array(topic),
  sendsOutOfSight: v.exactOptional(v.literal(true)),
  unknowns: v.array(unknown),
  notices: v.array(notice),
});
