import assert from 'node:assert/strict';
import { handlerOf, simulateSource, storyOf, verdictsOf } from '../../testing/simulated-source.ts';
import type { SimulationOptions } from '../api.ts';

async function verdicts(body: string, options: SimulationOptions = {}): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(handlerOf(body), options));
}

const insert = `query('INSERT INTO ledger (id) VALUES ($1)', [event.id])`;
const claim = `query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [event.id])`;
const transaction = (body: string): string => `const db = await pool.connect();
  try { await db.query('BEGIN'); ${body} await db.query('COMMIT'); }
  catch (error) { await db.query('ROLLBACK'); throw error; } finally { db.release(); }`;

describe('pg, simulated', () => {
  it('makes the successor of a sleeping process wait for the row that both claim', async () => {
    const body = transaction(`const first = await db.${claim}; if (first.rowCount === 1) await db.${insert};`);
    assert.deepEqual(await verdicts(body), [
      'INSERT INTO inbox: effectively-once',
      'INSERT INTO ledger: effectively-once',
    ]);
  });

  it('repeats what is not in the transaction of the claim', async () => {
    const outside = `const first = await pool.${claim}; if (first.rowCount === 1) await pool.${insert};`;
    assert.deepEqual(await verdicts(outside), [
      'INSERT INTO inbox: effectively-once',
      'INSERT INTO ledger: at-most-once (lost-write)',
    ]);
    const afterwards = `await pool.${insert}; await pool.${claim};`;
    assert.deepEqual(await verdicts(afterwards), [
      'INSERT INTO ledger: at-least-once (duplicate)',
      'INSERT INTO inbox: effectively-once',
    ]);
  });

  it('commits nothing of a transaction in which a statement failed and was caught', async () => {
    const body = transaction(`await db.${claim}.catch(() => undefined); await db.${insert}.catch(() => undefined);`);
    assert.deepEqual(await verdicts(body), [
      'INSERT INTO inbox: at-most-once (lost-write)',
      'INSERT INTO ledger: none (duplicate, lost-write)',
    ]);
  });

  it('keeps the order of the queries of a client, whether anybody waits for them or not', async () => {
    const body = transaction(`db.${insert}.catch(() => undefined);`);
    const units = await simulateSource(handlerOf(body), { faults: 0 });
    assert.deepEqual(verdictsOf(units), ['INSERT INTO ledger: effectively-once']);
  });

  it('hands out a connection again with the transaction that was left open on it', async () => {
    const leaking = `const db = await pool.connect();
      await db.query('BEGIN'); await db.${insert}; db.release();`;
    const units = await simulateSource(handlerOf(leaking));
    assert.deepEqual(verdictsOf(units), []);
  });

  it('understands queries as objects and with callbacks', async () => {
    const body = `await pool.query({ text: 'UPDATE a SET n = n + 1 WHERE id = $1', values: [event.id] });
      await new Promise((resolve, reject) => pool.query('DELETE FROM b WHERE id = $1', [event.id],
        (error, result) => error ? reject(error) : resolve(result)));`;
    assert.deepEqual(await verdicts(body), ['UPDATE a: at-least-once (duplicate)', 'DELETE FROM b: effectively-once']);
  });

  it('attributes every row of an INSERT to the message that it names', async () => {
    const units = await simulateSource(
      handlerOf(`await pool.query('INSERT INTO t (id, n) VALUES ($1, 1), ($2, 2)', [event.id, 'of nobody']);`),
    );
    const [first] = storyOf(units, 'INSERT INTO t', 'duplicate');
    assert.equal(first, '0 receives offset 70041 (first-1)');
  });
});
