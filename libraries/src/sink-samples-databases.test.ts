import type { SinkSamples } from './sink-samples.test.ts';

const pg: SinkSamples = {
  title: 'pg',
  setup: `
    import { Pool, type PoolClient, DatabaseError } from 'pg';
    const pool = new Pool({ connectionString: 'postgres://localhost' });
    const client: PoolClient = await pool.connect();`,
  lines: [
    [`await pool.query('INSERT INTO t (a) VALUES ($1)', ['x']);`, 'sql postgresql'],
    [`await client.query({ text: 'SELECT 1', values: [] });`, 'sql postgresql'],
    [`const { rows, rowCount } = await client.query<{ id: string }>('SELECT id FROM t');`, 'sql postgresql'],
    [`client.query('SELECT 1', ['x'], (error, result) => {});`, 'sql postgresql'],
    [`client.release();`],
  ],
};

const mysql: SinkSamples = {
  title: 'mysql2/promise',
  setup: `
    import mysql, { type RowDataPacket } from 'mysql2/promise';
    const pool = mysql.createPool('mysql://localhost');
    const connection = await pool.getConnection();`,
  lines: [
    [`const [rows] = await pool.execute<RowDataPacket[]>('SELECT 1', ['x']);`, 'sql mysql'],
    [`await connection.beginTransaction();`, 'db-transaction begin'],
    [`await connection.query({ sql: 'DELETE FROM t' });`, 'sql mysql'],
    [`await connection.commit();`, 'db-transaction commit'],
    [`await connection.rollback();`, 'db-transaction rollback'],
  ],
};

const mysqlCallbacks: SinkSamples = {
  title: 'mysql, mysql2',
  setup: `
    import * as mysql from 'mysql2';
    import { createPool } from 'mysql';
    const pool = mysql.createPool({ uri: 'mysql://localhost' });
    const older = createPool('mysql://localhost');`,
  lines: [
    [`pool.query('DELETE FROM t WHERE id = ?', ['x'], (error: unknown) => {});`, 'sql mysql'],
    [`older.query('DELETE FROM t WHERE id = ?', ['x'], (error) => {});`, 'sql mysql'],
    [
      `older.getConnection((error, connection) => connection.beginTransaction((failed) => connection.commit()));`,
      'db-transaction begin',
      'db-transaction commit',
    ],
    [`await pool.promise().execute('DELETE FROM t');`, 'sql mysql'],
  ],
};

const postgres: SinkSamples = {
  title: 'postgres',
  setup: `
    import postgres from 'postgres';
    const sql = postgres('postgres://localhost');
    const id = 'x';`,
  lines: [
    ['await sql`INSERT INTO t (id) VALUES (${id})`;', 'sql postgresql'],
    ['const [row] = await sql<{ id: string }[]>`SELECT id FROM t`;', 'sql postgresql'],
    ['await sql.begin(async (tx) => { await tx`DELETE FROM t`; });', 'db-transaction run=0', 'sql postgresql'],
    ["await sql.begin('read write', (tx) => tx`DELETE FROM t`);", 'db-transaction run=1', 'sql postgresql'],
    ["await sql.unsafe('DELETE FROM t');", 'sql postgresql'],
  ],
};

const mongodb: SinkSamples = {
  title: 'mongodb',
  setup: `
    import { MongoClient, ObjectId, type Collection } from 'mongodb';
    const mongo = new MongoClient('mongodb://localhost');
    const seen: Collection<{ _id: string; at: Date; n: number; tags: string[] }> = mongo.db('d').collection('seen');
    const session = mongo.startSession();`,
  lines: [
    [`await mongo.db('d').collection('c').insertOne({ a: 1 });`, 'write database non-idempotent'],
    [`await mongo.db('d').collection<any>('c').insertOne({ _id: 'x' });`, 'write database non-idempotent keyed'],
    [`await seen.updateOne({ _id: 'x' }, { $set: { n: 1 } }, { upsert: true });`, 'write database idempotent'],
    [`await seen.updateOne({ _id: 'x' }, { $setOnInsert: { n: 1 } }, { upsert: true, session });`, 'claim database'],
    [
      `await seen.updateOne({ _id: 'x' }, { $setOnInsert: { at: new Date() }, $inc: { n: 1 } });`,
      'write database non-idempotent relative',
    ],
    [`await seen.updateMany({}, { $push: { tags: 'a' } });`, 'write database idempotent relative'],
    [`await seen.updateMany({}, { $addToSet: { tags: 'a' } });`, 'write database idempotent'],
    [`await seen.findOneAndUpdate({ _id: 'x' }, { $mul: { n: 2 } });`, 'write database idempotent relative'],
    [
      `await seen.bulkWrite([{ updateOne: { filter: {}, update: { $inc: { n: 1 } } } }]);`,
      'write database idempotent relative',
    ],
    [
      `await seen.bulkWrite([{ updateOne: { filter: {}, update: { $set: { n: 1 } }, upsert: true } }]);`,
      'write database idempotent',
    ],
    [`await seen.deleteOne({ _id: 'x' });`, 'write database idempotent removes'],
    [`const found = await seen.findOne({ _id: 'x' });`, 'read database'],
    [`for await (const one of seen.find({}).sort({ at: 1 })) {}`, 'read database'],
    [`await seen.createIndex({ at: 1 }, { expireAfterSeconds: 600 });`, 'ttl'],
    [`await session.withTransaction(async () => {});`, 'db-transaction run=0'],
    [`session.startTransaction();`, 'db-transaction begin'],
    [`await session.commitTransaction();`, 'db-transaction commit'],
    [`await session.abortTransaction();`, 'db-transaction rollback'],
    [
      `await mongo.withSession(async (s) => s.withTransaction(async () => {}));`,
      'calls 0 once',
      'db-transaction run=0',
    ],
    [`const id = new ObjectId();`, 'unstable random'],
    [`const same = new ObjectId('507f1f77bcf86cd799439011');`, 'pure'],
  ],
};

const ioredis: SinkSamples = {
  title: 'ioredis',
  setup: `
    import { Redis } from 'ioredis';
    const redis = new Redis('redis://localhost');`,
  lines: [
    [`await redis.set('k', 'v');`, 'write cache idempotent'],
    [`await redis.set('k', 'v', 'EX', 60);`, 'write cache idempotent ttl'],
    [`await redis.set('k', 'v', 'EX', 60, 'NX');`, 'claim cache ttl'],
    [`await redis.set('k', 'v', 'NX');`, 'claim cache'],
    [`await redis.setnx('k', 'v');`, 'claim cache'],
    [`await redis.sadd('k', 'v');`, 'claim cache'],
    [`await redis.incr('k');`, 'write cache non-idempotent'],
    [`await redis.hincrby('k', 'f', 1);`, 'write cache non-idempotent'],
    [`await redis.xadd('s', '*', 'f', 'v');`, 'write queue non-idempotent'],
    [`await redis.publish('c', 'm');`, 'write queue non-idempotent'],
    [`await redis.zadd('k', 1, 'm');`, 'write cache idempotent'],
    [`await redis.expire('k', 60);`, 'write cache idempotent lasts ttl'],
    [`if (await redis.exists('k')) {}`, 'read cache'],
    [`await redis.sismember('k', 'v');`, 'read cache'],
    [`await redis.multi().incr('k').hset('h', 'f', 1).exec();`, 'write cache non-idempotent', 'write cache idempotent'],
    [`await redis.pipeline().lrange('l', 0, 1).lpush('l', 'v').exec();`, 'write cache non-idempotent'],
    [`await redis.eval('return 1', 0);`, 'write cache unknown'],
  ],
};

const nodeRedis: SinkSamples = {
  title: 'redis',
  setup: `
    import { createClient, type RedisClientType } from 'redis';
    const redis = createClient({ url: 'redis://localhost' });
    await redis.connect();`,
  lines: [
    [`await redis.set('k', 'v', { EX: 60 });`, 'write cache idempotent ttl'],
    [`await redis.set('k', 'v', { NX: true, EX: 60 });`, 'claim cache ttl'],
    [`await redis.set('k', 'v', { condition: 'NX' });`, 'claim cache'],
    [`await redis.setNX('k', 'v');`, 'claim cache'],
    [`await redis.hSet('k', 'f', 'v');`, 'write cache idempotent'],
    [`await redis.zAdd('k', { score: 1, value: 'm' }, { NX: true });`, 'claim cache'],
    [`await redis.lPush('k', 'v');`, 'write cache non-idempotent'],
    [`await redis.hIncrBy('k', 'f', 1);`, 'write cache non-idempotent'],
    [`await redis.xAdd('s', '*', { f: 'v' });`, 'write queue non-idempotent'],
    [`await redis.sIsMember('k', 'v');`, 'read cache'],
    [
      `await redis.multi().incr('k').expire('k', 60).exec();`,
      'write cache non-idempotent',
      'write cache idempotent lasts ttl',
    ],
  ],
};

export const DATABASE_SAMPLES: readonly SinkSamples[] = [
  pg,
  mysql,
  mysqlCallbacks,
  postgres,
  mongodb,
  ioredis,
  nodeRedis,
];
