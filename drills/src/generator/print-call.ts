import type { EffectCall } from './program.ts';
import { identityFields, identityList, identityText, refer, type Scope } from './scope.ts';

/** The object that a call goes to: what the handler calls it, what a function that gets it calls it, and its type. */
export interface Receiver {
  readonly name: string;
  readonly parameter: string;
  readonly type: string;
  readonly from: string;
}

/** A call, given what its receiver is called where it stands. */
export type Call = (receiver: string) => string;

export function receiverOf({ effect, ambient }: EffectCall, scope: Scope): Receiver | undefined {
  switch (effect) {
    case 'produce':
      return ambient && scope.txn !== undefined
        ? { name: scope.txn, parameter: 'txn', type: 'Transaction', from: 'kafkajs' }
        : { name: refer(scope, 'producer'), parameter: 'producer', type: 'Producer', from: 'kafkajs' };
    case 'insert':
    case 'insert-once':
    case 'set-state':
    case 'add-amount':
      return ambient && scope.db !== undefined
        ? { name: scope.db, parameter: 'db', type: 'PoolClient', from: 'pg' }
        : { name: refer(scope, 'pool'), parameter: 'pool', type: 'Pool', from: 'pg' };
    case 'charge':
      return { name: refer(scope, 'stripe'), parameter: 'stripe', type: 'Stripe', from: 'stripe' };
    case 'mail':
      return { name: refer(scope, 'mailer'), parameter: 'mailer', type: 'Transporter', from: 'nodemailer' };
    case 'redis-set':
    case 'redis-incr':
      return { name: refer(scope, 'redis'), parameter: 'redis', type: 'Redis', from: 'ioredis' };
    case 'axios':
      scope.names.need('axios');
      return undefined;
    case 'fetch':
      return undefined;
  }
}

export function takesKey(effect: EffectCall['effect']): boolean {
  return effect === 'fetch' || effect === 'axios' || effect === 'charge';
}

export function callOf(statement: EffectCall, scope: Scope): Call {
  const name = scope.names.next(statement.effect);
  const key = takesKey(statement.effect) ? keyOf(statement, scope, name) : undefined;
  const fields = identityFields(scope);
  const { effect } = statement;
  switch (effect) {
    case 'produce':
      return (to) =>
        `${to}.send({ topic: '${name}', messages: [{ key: order.id, value: JSON.stringify({ ${fields} }) }] })`;
    case 'insert':
    case 'insert-once':
    case 'set-state':
    case 'add-amount':
      return (to) => `${to}.query(${sqlOf(effect, scope, name)})`;
    case 'fetch': {
      const headers = key === undefined ? '' : ` headers: { 'Idempotency-Key': ${key} },`;
      return () =>
        `fetch('https://shop.example/${name}', { method: 'POST',${headers} body: JSON.stringify({ ${fields} }) })`;
    }
    case 'axios': {
      const options = key === undefined ? '' : `, { headers: { 'Idempotency-Key': ${key} } }`;
      return () => `axios.post('https://shop.example/${name}', { ${fields} }${options})`;
    }
    case 'charge': {
      const options = key === undefined ? '' : `, { idempotencyKey: ${key} }`;
      return (to) =>
        `${to}.charges.create({ amount: order.cents, currency: 'eur', metadata: { for: '${name}', ${fields} } }${options})`;
    }
    case 'mail':
      return (to) => `${to}.sendMail({ to: order.email, subject: \`${name} ${identityText(scope)}\` })`;
    case 'redis-set':
      return (to) => `${to}.set(\`${name}:${identityText(scope)}\`, 'paid')`;
    case 'redis-incr':
      return (to) => `${to}.incr(\`${name}:${identityText(scope)}\`)`;
  }
}

function keyOf({ key }: EffectCall, scope: Scope, name: string): string | undefined {
  if (key === 'none') return undefined;
  if (key === 'stable') return `\`${name}-${identityText(scope)}\``;
  scope.names.need('node:crypto');
  return 'randomUUID()';
}

function sqlOf(effect: 'insert' | 'insert-once' | 'set-state' | 'add-amount', scope: Scope, table: string): string {
  const columns = scope.item ? 'order_id, sku' : 'order_id';
  const values = scope.item ? '$1, $2' : '$1';
  const where = scope.item ? 'order_id = $1 AND sku = $2' : 'order_id = $1';
  const list = `[${identityList(scope)}]`;
  switch (effect) {
    case 'insert':
      return `'INSERT INTO ${table} (${columns}) VALUES (${values})', ${list}`;
    case 'insert-once':
      return `'INSERT INTO ${table} (${columns}) VALUES (${values}) ON CONFLICT (${columns}) DO NOTHING', ${list}`;
    case 'set-state':
      return `"UPDATE ${table} SET state = 'paid' WHERE ${where}", ${list}`;
    case 'add-amount':
      return `'UPDATE ${table} SET balance = balance + 100 WHERE ${where}', ${list}`;
  }
}
