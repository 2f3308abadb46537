import { braced, type Lines } from './emitter.ts';
import type { Helper, Module } from './print-names.ts';
import type { EffectStatement } from './program.ts';
import { identityFields, identityList, identityText, isTyped, refer, type Scope } from './scope.ts';

/** The object that a call goes to: what the handler calls it, what a function that gets it calls it, and its type. */
interface Receiver {
  readonly name: string;
  readonly parameter: string;
  readonly type: string;
  readonly from: string;
}

type Call = (receiver: string) => string;

export function printEffect(statement: EffectStatement, scope: Scope): Lines {
  const receiver = receiverOf(statement, scope);
  const call = callOf(statement, scope);
  const direct = call(receiver?.name ?? '');
  switch (statement.form) {
    case 'plain':
      return [`await ${direct};`];
    case 'caught':
      return [`await ${direct}.catch(() => undefined);`];
    case 'detached':
      return [`void ${direct};`];
    case 'callback':
      return wrapped(scope, 'timed', direct);
    case 'attempts':
      return attempts(direct);
    case 'retry':
      return wrapped(scope, 'withRetry', direct);
    case 'helper':
      return viaFunction(statement, scope, receiver, call);
    case 'method':
      return viaMethod(statement, scope, receiver, call);
  }
}

function wrapped(scope: Scope, helper: 'timed' | 'withRetry', call: string): Lines {
  const lines = helper === 'timed' ? TIMED : RETRY;
  const [generic, parameter, result] = isTyped(scope)
    ? ['<T>', 'work: () => Promise<T>', ': Promise<T>']
    : ['', 'work', ''];
  scope.names.needs.helpers.set(helper, {
    modules: [],
    types: [],
    lines: [`export async function ${helper}${generic}(${parameter})${result} {`, ...lines, '}'],
  });
  return [`await ${helper}(() => ${call});`];
}

const TIMED = [
  '  const started = Date.now();',
  '  const result = await work();',
  "  console.log('took', Date.now() - started);",
  '  return result;',
];
const RETRY = [
  '  try {',
  '    return await work();',
  '  } catch (error) {',
  "    console.warn('tried again', error);",
  '    return await work();',
  '  }',
];

function attempts(call: string): Lines {
  const again = [
    'try {',
    `  await ${call};`,
    '  break;',
    '} catch (error) {',
    '  if (attempt === 2) throw error;',
    '}',
  ];
  return braced('for (let attempt = 1; attempt <= 2; attempt += 1) {', again);
}

function viaFunction(statement: EffectStatement, scope: Scope, receiver: Receiver | undefined, call: Call): Lines {
  const name = helperName(statement, scope, 'do');
  const head = `export async function ${name}(${parameters(scope, receiver)})${isTyped(scope) ? ': Promise<void>' : ''} {`;
  const body = braced(head, [`await ${call(receiver?.parameter ?? '')};`]);
  scope.names.needs.helpers.set(name, helper(scope, statement, receiver, [...jsdoc(scope, receiver), ...body]));
  return [
    `await ${name}(${[...(receiver === undefined ? [] : [receiver.name]), ...messageArguments(scope)].join(', ')});`,
  ];
}

function viaMethod(statement: EffectStatement, scope: Scope, receiver: Receiver | undefined, call: Call): Lines {
  const name = helperName(statement, scope, 'Do');
  const save = braced(`async run(${typedMessage(scope).join(', ')})${isTyped(scope) ? ': Promise<void>' : ''} {`, [
    `await ${call(receiver === undefined ? '' : `this.${receiver.parameter}`)};`,
  ]);
  const lines = braced(`export class ${name} {`, [...constructorOf(scope, receiver), ...save]);
  scope.names.needs.helpers.set(name, helper(scope, statement, receiver, lines));
  return [`await new ${name}(${receiver?.name ?? ''}).run(${messageArguments(scope).join(', ')});`];
}

function constructorOf(scope: Scope, receiver: Receiver | undefined): Lines {
  if (receiver === undefined) return [];
  const { parameter, type } = receiver;
  if (isTyped(scope)) return [`constructor(private readonly ${parameter}: ${type}) {}`, ''];
  return [
    ...jsdoc(scope, receiver),
    ...braced(`constructor(${parameter}) {`, [`this.${parameter} = ${parameter};`]),
    '',
  ];
}

function helperName(statement: EffectStatement, scope: Scope, prefix: 'do' | 'Do'): string {
  const { size } = scope.names.needs.helpers;
  const word = statement.effect.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${prefix}${word}${size + 1}`;
}

function helper(scope: Scope, { effect, key }: EffectStatement, receiver: Receiver | undefined, lines: Lines): Helper {
  const modules: Module[] = effect === 'axios' ? ['axios'] : [];
  if (key === 'unstable' && takesKey(effect)) modules.push('node:crypto');
  const types = receiver === undefined || !isTyped(scope) ? [] : [`${receiver.from}:${receiver.type}`];
  return { modules, types, lines };
}

function parameters(scope: Scope, receiver: Receiver | undefined): string {
  const own =
    receiver === undefined ? [] : [isTyped(scope) ? `${receiver.parameter}: ${receiver.type}` : receiver.parameter];
  return [...own, ...typedMessage(scope)].join(', ');
}

function typedMessage(scope: Scope): readonly string[] {
  if (!isTyped(scope)) return messageArguments(scope);
  return scope.item ? ['order: Order', 'item: Item'] : ['order: Order'];
}

function messageArguments(scope: Scope): readonly string[] {
  return scope.item ? ['order', 'item'] : ['order'];
}

/** JavaScript's way to say what a parameter is. */
function jsdoc(scope: Scope, receiver: Receiver | undefined): Lines {
  if (receiver === undefined || isTyped(scope)) return [];
  const name =
    receiver.type === 'Redis' || receiver.type === 'Stripe'
      ? `import('${receiver.from}')`
      : `import('${receiver.from}').${receiver.type}`;
  return [`/** @param {${name}} ${receiver.parameter} */`];
}

function receiverOf({ effect, ambient, form }: EffectStatement, scope: Scope): Receiver | undefined {
  const within = ambient && form !== 'detached';
  switch (effect) {
    case 'produce':
      return within && scope.txn !== undefined
        ? { name: scope.txn, parameter: 'txn', type: 'Transaction', from: 'kafkajs' }
        : { name: refer(scope, 'producer'), parameter: 'producer', type: 'Producer', from: 'kafkajs' };
    case 'insert':
    case 'insert-once':
    case 'set-state':
    case 'add-amount':
      return within && scope.db !== undefined
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

function takesKey(effect: EffectStatement['effect']): boolean {
  return effect === 'fetch' || effect === 'axios' || effect === 'charge';
}

function callOf(statement: EffectStatement, scope: Scope): Call {
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

function keyOf({ key }: EffectStatement, scope: Scope, name: string): string | undefined {
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
