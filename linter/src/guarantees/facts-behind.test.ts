import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '../default-engine.ts';
import { compareLocks } from './compare-locks.ts';
import { currentUnits, lockOf } from './current-units.ts';
import { explainChanges } from './explain-changes.ts';

const inbox = `import type { Pool, PoolClient } from 'pg';
export async function once(pool: Pool, id: string, work: (db: PoolClient) => Promise<void>): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const claim = await db.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
    if (claim.rowCount === 1) await work(db);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}
`;

const main = `import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';
import { once } from './inbox.ts';
const pool = new Pool();
const kafka = new Kafka({ clientId: 'pay', brokers: [] });
const transactionalId = process.env.TRANSACTIONAL_ID;
const producer = kafka.producer({ transactionalId, idempotent: true });

async function onOrder({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await post(\`\${topic}-\${partition}-\${message.offset}\`);
    await txn.send({ topic: 'paid', messages: [{ value: message.value }] });
    await txn.sendOffsets({ consumerGroupId: 'pay', topics: [{ topic, partitions: [{ partition, offset: String(BigInt(message.offset) + 1n) }] }] });
    await txn.commit();
  } catch (error) {
    await txn.abort();
    throw error;
  }
}

async function post(id: string): Promise<void> {
  await once(pool, id, async (db) => {
    await db.query('INSERT INTO ledger (id, amount) VALUES ($1, 1)', [id]);
  });
}

await kafka.consumer({ groupId: 'pay' }).run({ autoCommit: false, eachMessage: onOrder });
await kafka.consumer({ groupId: 'post' }).run({
  eachMessage: async ({ topic, partition, message }) => {
    await post(\`\${topic}-\${partition}-\${message.offset}\`);
  },
});
`;

const files: Readonly<Record<string, string>> = { 'inbox.ts': inbox, 'main.ts': main };

function unitsIn(workspace: Readonly<Record<string, string>>) {
  const request = { paths: [], libraries: defaultEngine.libraries, includeTests: false, maxStates: 20_000 };
  return currentUnits(defaultEngine.analyze({ ...request, host: createMemoryHost(workspace), withDelivery: true }));
}

/** What a change of one file is blamed on, once per effect that got weaker. */
function blamed(file: string, from: string, to: string): readonly string[] {
  const text = files[file] ?? '';
  assert.ok(text.includes(from), 'the edit changes nothing');
  const current = unitsIn({ ...files, [file]: text.replace(from, to) });
  const changes = explainChanges(compareLocks(lockOf(unitsIn(files)), lockOf(current)), current);
  const effects = changes.flatMap((change) => change.effects).filter((effect) => effect.status === 'downgraded');
  const words = effects.flatMap(({ effect, causes }) =>
    causes.length === 0
      ? [`${effect}: nothing`]
      : causes.map(({ message, place }) => `${message} at ${place?.file ?? ''}:${String(place?.start.line)}`),
  );
  return [...new Set(words)];
}

describe('the facts behind a guarantee that got weaker', function () {
  this.timeout(60_000);

  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      'a guard that nobody asks any more',
      'inbox.ts',
      'if (claim.rowCount === 1) ',
      '',
      'guard `INSERT INTO inbox` does not decide any more whether it runs at inbox.ts:6',
    ],
    [
      'a record that is not kept together with its work',
      'inbox.ts',
      "await db.query('BEGIN');",
      '',
      'the record of `INSERT INTO inbox` is kept although what it stands for is not: they are not committed together at inbox.ts:6',
    ],
    [
      'an offset that does not move on',
      'main.ts',
      ' + 1n',
      '',
      '`txn.sendOffsets` gets an offset that does not move past the message at main.ts:14',
    ],
    [
      'a transactional id of one process',
      'main.ts',
      'process.env.TRANSACTIONAL_ID;',
      'process.env.TRANSACTIONAL_ID + String(Math.random());',
      'the transactional id is another one at each start, and fences nobody at main.ts:6',
    ],
  ];
  for (const [what, file, from, to, expected] of cases) {
    it(`are named with their line: ${what}`, () => {
      assert.deepEqual(blamed(file, from, to), [expected]);
    });
  }

  it('are named with their line: a failure that is caught', () => {
    const found = blamed('main.ts', '    throw error;', '    console.error(error);');
    assert.ok(found.length > 0);
    for (const words of found)
      assert.match(words, /^a failure of `[^`]+` is caught here, and the message counts as processed at main\.ts:16$/);
  });

  it('are named with their line: work that nobody waits for', () => {
    const [head, tail] = ['eachMessage: async ({ topic, partition, message }) => {\n    ', 'post('];
    assert.deepEqual(blamed('main.ts', `${head}await ${tail}`, `${head}void ${tail}`), [
      '`post` is started here, and nobody waits for it at main.ts:31',
    ]);
  });
});
