import { namesOf, type Entity } from './entity.ts';
import { fillTemplate, readTemplate } from './fill-template.ts';

/** A Kafka pipeline, with holes: what it imports, and what it does with a message. */
interface Pipeline {
  readonly imports: string;
  readonly setUp: string;
  /** Statements of the handler, where `input` is the parsed message and `position` names it. */
  readonly handle: string;
}

const worker = readTemplate('worker');

const importPool = `import { Pool } from 'pg';\n`;
const openPool = `const pool = new Pool({ connectionString: process.env['DATABASE_URL'] });\n`;
const done = `{ topic: '{{domain}}.{{name}}-done', messages: [{ key: input.id, value: position }] }`;

const transform: Pipeline = {
  imports: '',
  setUp: '',
  handle: `    const transaction = await this.producer.transaction();
    try {
      const summary = await this.service.summary(input.id);
      await transaction.send({ topic: '{{domain}}.{{name}}-done', messages: [{ key: position, value: summary.text }] });
      await transaction.sendOffsets({
        consumerGroupId: '{{domain}}-{{name}}',
        topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
      });
      await transaction.commit();
    } catch (error) {
      await transaction.abort();
      throw error;
    }`,
};

const store: Pipeline = {
  imports: importPool,
  setUp: openPool,
  handle: `    await pool.query('INSERT INTO {{name}} (position, name) VALUES ($1, $2)', [position, input.name]);
    await this.service.activate(input.id);
    await this.producer.send(${done});`,
};

const charge: Pipeline = {
  imports: `import Stripe from 'stripe';\n`,
  setUp: `const stripe = new Stripe(process.env['STRIPE_KEY'] ?? '');\n`,
  handle: `    const transaction = await this.producer.transaction();
    try {
      await stripe.paymentIntents.create({ amount: input.amountCents, currency: 'eur' });
      await transaction.send(${done});
      await transaction.commit();
    } catch (error) {
      await transaction.abort();
      throw error;
    }`,
};

const call: Pipeline = {
  imports: `import axios from 'axios';\n`,
  setUp: `const partner = axios.create({ baseURL: 'https://partner.example' });\nconst seen = new Set<string>();\n`,
  handle: `    if (seen.has(position)) return;
    await partner.post('/{{domain}}/{{name}}', input);
    seen.add(position);
    await this.service.close(input.id);`,
};

const claim: Pipeline = {
  imports: importPool,
  setUp: openPool,
  handle: `    const inbox = await pool.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [position]);
    if (inbox.rowCount === 0) return;
    const { text } = await this.service.summary(input.id);
    await pool.query('UPDATE {{name}} SET note = $2 WHERE id = $1', [input.id, text]);`,
};

const pipelines = [transform, store, charge, call, claim] as const;

/** A consumer that calls the service of an entity and has an effect outside Kafka; its kind varies with `index`. */
export function writeWorker(domain: string, entity: Entity, index: number): string {
  const { imports, setUp, handle } = pipelines[index % pipelines.length] ?? transform;
  const names = { ...namesOf(entity), domain };
  const autoCommit = String(index % 3 !== 0);
  return fillTemplate(worker, { ...names, imports, setUp, autoCommit, handle: fillTemplate(handle, names) });
}
