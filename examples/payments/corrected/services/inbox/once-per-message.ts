import type { Pool, PoolClient } from 'pg';

/** Where a message came from: the same on every redelivery, different for every message. */
export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Runs `work` in a database transaction together with an inbox row for the message. Both are there or neither is, so a
 * redelivered message finds its row and the work is not done again.
 */
export async function oncePerMessage(
  pool: Pool,
  origin: Origin,
  work: (db: PoolClient) => Promise<void>,
): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const claim = await db.query(
      'INSERT INTO inbox (topic, partition_id, message_offset) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [origin.topic, origin.partition, origin.offset],
    );
    if (claim.rowCount === 1) await work(db);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}
