import { braced, indented, type Lines } from './emitter.ts';
import type { Settle, TransactionStatement } from './program.ts';
import { isTyped, refer, type Scope } from './scope.ts';

/** A Kafka transaction around a body; `offsets` sends them in it. */
export interface KafkaTransaction {
  readonly settle: Settle;
  readonly offsets: (txn: string) => Lines;
}

export type Body = (scope: Scope) => Lines;

export function printTransaction({ settle, offsets }: KafkaTransaction, scope: Scope, body: Body): Lines {
  const producer = refer(scope, 'producer');
  const txn = scope.names.local('txn');
  if (settle === 'wrapper') {
    kafkaWrapper(scope);
    const inner = { ...scope, txn, exit: ['return;'] };
    return braced(`await withTransaction(${producer}, async (${txn}) => {`, [...body(inner), ...offsets(txn)], '});');
  }
  const begin = `const ${txn} = await ${producer}.transaction();`;
  const undo = settle === 'bare' ? [] : [`await ${txn}.abort();`];
  const work = [...body({ ...scope, txn, exit: [...undo, ...scope.exit] }), ...offsets(txn), `await ${txn}.commit();`];
  if (settle === 'bare') return [begin, ...work];
  return [
    begin,
    'try {',
    ...indented(work),
    '} catch (error) {',
    ...indented(rescue(settle, `${txn}.abort()`, `${txn}.isActive()`)),
    '}',
  ];
}

function rescue(settle: Settle, undo: string, active: string): Lines {
  const isAsked = (settle === 'guarded' || settle === 'lenient') && active !== '';
  const isSwallowed = settle === 'swallow' || settle === 'lenient';
  return [
    isAsked ? `if (${active}) await ${undo};` : `await ${undo};`,
    isSwallowed ? "console.error('given up', error);" : 'throw error;',
  ];
}

/** The offset of the message being handled, or of the whole batch, in the transaction. */
export function offsetsOf(offsets: TransactionStatement['offsets'], whole: boolean, batch: boolean) {
  return (txn: string): Lines => {
    if (offsets === 'missing') return [];
    const raw = whole ? 'batch.lastOffset()' : 'message.offset';
    const offset = offsets === 'raw' ? raw : `(BigInt(${raw}) + 1n).toString()`;
    return braced(
      `await ${txn}.sendOffsets({`,
      [`consumerGroupId: 'orders',`, `topics: [${position(offset, batch)}],`],
      '});',
    );
  };
}

function position(offset: string, batch: boolean): string {
  const [topic, partition] = batch ? ['topic: batch.topic', 'partition: batch.partition'] : ['topic', 'partition'];
  return `{ ${topic}, partitions: [{ ${partition}, offset: ${offset} }] }`;
}

export function printCommitOffsets(raw: boolean, batch: boolean, scope: Scope): Lines {
  const [topic, partition] = batch ? ['topic: batch.topic', 'partition: batch.partition'] : ['topic', 'partition'];
  const offset = raw ? 'message.offset' : '(BigInt(message.offset) + 1n).toString()';
  return [`await ${refer(scope, 'consumer')}.commitOffsets([{ ${topic}, ${partition}, offset: ${offset} }]);`];
}

/** A transaction of the database; inside another one on the same connection, it joins that one. */
export function printDatabase(settle: Settle, scope: Scope, body: Body): Lines {
  if (scope.db !== undefined)
    return [`await ${scope.db}.query('BEGIN');`, ...body(scope), `await ${scope.db}.query('COMMIT');`];
  const pool = refer(scope, 'pool');
  const db = scope.names.local('db');
  if (settle === 'wrapper') {
    databaseWrapper(scope);
    return braced(`await inTransaction(${pool}, async (${db}) => {`, body({ ...scope, db, exit: ['return;'] }), '});');
  }
  const guarded = settle === 'guarded';
  const inner = { ...scope, db, exit: [...(guarded ? [] : [`await ${db}.query('ROLLBACK');`]), ...scope.exit] };
  const work = [`await ${db}.query('BEGIN');`, ...body(inner), `await ${db}.query('COMMIT');`];
  const opened = [`const ${db} = await ${pool}.connect();`];
  if (guarded) {
    const done = scope.names.local('done');
    const undo = [`if (!${done}) await ${db}.query('ROLLBACK');`, `${db}.release();`];
    return [
      ...opened,
      `let ${done} = false;`,
      'try {',
      ...indented([...work, `${done} = true;`]),
      '} finally {',
      ...indented(undo),
      '}',
    ];
  }
  const caught = rescue(settle, `${db}.query('ROLLBACK')`, '');
  return [
    ...opened,
    'try {',
    ...indented(work),
    '} catch (error) {',
    ...indented(caught),
    '} finally {',
    `  ${db}.release();`,
    '}',
  ];
}

function kafkaWrapper(scope: Scope): void {
  const typed = isTyped(scope);
  const head = typed
    ? 'export async function withTransaction<T>(producer: Producer, work: (txn: Transaction) => Promise<T>): Promise<T> {'
    : 'export async function withTransaction(producer, work) {';
  const lines = [
    'const txn = await producer.transaction();',
    'try {',
    '  const result = await work(txn);',
    '  await txn.commit();',
    '  return result;',
    '} catch (error) {',
    '  await txn.abort();',
    '  throw error;',
    '}',
  ];
  const about = typed ? [] : ["/** @param {import('kafkajs').Producer} producer */"];
  const types = typed ? ['kafkajs:Producer', 'kafkajs:Transaction'] : [];
  scope.names.needs.helpers.set('withTransaction', { modules: [], types, lines: [...about, ...braced(head, lines)] });
}

function databaseWrapper(scope: Scope): void {
  const typed = isTyped(scope);
  const head = typed
    ? 'export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {'
    : 'export async function inTransaction(pool, work) {';
  const lines = [
    'const db = await pool.connect();',
    'try {',
    "  await db.query('BEGIN');",
    '  const result = await work(db);',
    "  await db.query('COMMIT');",
    '  return result;',
    '} catch (error) {',
    "  await db.query('ROLLBACK');",
    '  throw error;',
    '} finally {',
    '  db.release();',
    '}',
  ];
  const about = typed ? [] : ["/** @param {import('pg').Pool} pool */"];
  const types = typed ? ['pg:Pool', 'pg:PoolClient'] : [];
  scope.names.needs.helpers.set('inTransaction', { modules: [], types, lines: [...about, ...braced(head, lines)] });
}
