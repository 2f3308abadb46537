import type { SinkSamples } from './sink-samples.test.ts';

const prisma: SinkSamples = {
  title: '@prisma/client',
  setup: `
    import { Prisma, PrismaClient } from '@prisma/client';
    class PrismaService extends PrismaClient { async onModuleInit() { await this.$connect(); } }
    declare const service: PrismaService;
    const prisma = new PrismaClient({ log: ['error'] });
    async function claim(tx: Prisma.TransactionClient): Promise<void> {}`,
  lines: [
    [`await prisma.visit.create({ data: { gate: 'a' } });`, 'write database non-idempotent'],
    [`await service.visit.create({ data: { gate: 'a' } });`, 'write database non-idempotent'],
    [`await prisma.inbox.createMany({ data: [{ id: 'x' }], skipDuplicates: true });`, 'claim database'],
    [`await prisma.inbox.createMany({ data: [{ id: 'x' }] });`, 'write database non-idempotent'],
    [
      `await prisma.stats.upsert({ where: { id: 1 }, create: { n: 1 }, update: { n: { increment: 1 } } });`,
      'write database idempotent relative',
    ],
    [
      `await prisma.stats.upsert({ where: { id: 1 }, create: { n: 1 }, update: { n: 1 } });`,
      'write database idempotent',
    ],
    [
      `await prisma.stock.update({ where: { id: 1 }, data: { onHand: { decrement: 2 } } });`,
      'write database idempotent relative',
    ],
    [`await prisma.stock.updateMany({ where: {}, data: { onHand: 2 } });`, 'write database idempotent'],
    [`await prisma.stock.deleteMany({});`, 'write database idempotent removes'],
    [`await prisma.stock.findUnique({ where: { id: 1 } });`, 'read database'],
    ['await prisma.$executeRaw`UPDATE t SET n = n + 1`;', 'sql any'],
    [`await prisma.$queryRawUnsafe('SELECT 1');`, 'sql any'],
    [
      `await prisma.$transaction(async (tx) => { await claim(tx); await tx.entry.create({ data: {} }); });`,
      'db-transaction run=0',
      'write database non-idempotent',
    ],
    [
      `await prisma.$transaction([prisma.a.create({ data: {} }), prisma.b.delete({ where: {} })]);`,
      'db-transaction run=0',
      'write database non-idempotent',
      'write database idempotent removes',
    ],
    [`await prisma.$extends({}).visit.create({ data: {} });`, 'write database non-idempotent'],
  ],
};

const typeorm: SinkSamples = {
  title: 'typeorm',
  setup: `
    import { BaseEntity, Column, DataSource, Entity, PrimaryColumn, type EntityManager, type Repository } from 'typeorm';
    @Entity('rows') class Row extends BaseEntity { @PrimaryColumn() id!: string; @Column() n!: number; }
    const dataSource = new DataSource({ type: 'postgres' });
    const rows: Repository<Row> = dataSource.getRepository(Row);
    const runner = dataSource.createQueryRunner();`,
  lines: [
    [`await rows.insert({ n: 1 });`, 'write database non-idempotent'],
    [`await rows.save({ id: 'x', n: 1 });`, 'write database idempotent'],
    [`await rows.save({ n: 1 });`, 'write database unknown'],
    [`await dataSource.manager.save(Row, { id: 'x' });`, 'write database idempotent'],
    [`await rows.upsert({ id: 'x', n: 1 }, ['id']);`, 'write database idempotent'],
    [`await rows.increment({ id: 'x' }, 'n', 1);`, 'write database non-idempotent'],
    [`await rows.update('x', { n: 1 });`, 'write database idempotent'],
    [`await rows.findOneBy({ id: 'x' });`, 'read database'],
    [`await dataSource.query('SELECT 1');`, 'sql any'],
    [
      `await dataSource.transaction(async (manager: EntityManager) => { await manager.insert(Row, { n: 1 }); });`,
      'db-transaction run=0',
      'write database non-idempotent',
    ],
    [
      `await dataSource.transaction('SERIALIZABLE', (manager) => manager.query('SELECT 1'));`,
      'db-transaction run=1',
      'sql any',
    ],
    [`await runner.startTransaction();`, 'db-transaction begin'],
    [`await runner.manager.getRepository(Row).delete('x');`, 'write database idempotent removes'],
    [`await runner.commitTransaction();`, 'db-transaction commit'],
    [`await runner.rollbackTransaction();`, 'db-transaction rollback'],
    [
      `await rows.createQueryBuilder().insert().into(Row).values({ id: 'x' }).orIgnore().execute();`,
      'write database non-idempotent',
      'refine claim',
    ],
    [
      `await rows.createQueryBuilder().insert().values({ id: 'x' }).orUpdate(['n'], ['id']).execute();`,
      'write database non-idempotent',
      'refine idempotent',
    ],
    [
      `await rows.createQueryBuilder().update().set({ n: 1 }).where('id = :id', { id: 'x' }).execute();`,
      'write database idempotent',
    ],
    [`await rows.createQueryBuilder('r').where('r.n = 1').getMany();`, 'read database'],
    [
      `const found = await rows.findOne({ where: { id: 'x' } }); await found!.save();`,
      'read database',
      'write database unknown',
    ],
    [`await Row.insert({ id: 'x' });`, 'write database non-idempotent'],
  ],
};

const knex: SinkSamples = {
  title: 'knex',
  setup: `
    import knexFactory, { type Knex } from 'knex';
    const knex = knexFactory({ client: 'pg' });
    declare const trx: Knex.Transaction;`,
  lines: [
    [`await knex('t').insert({ a: 1 }).returning('id');`, 'write database non-idempotent'],
    [`await knex('t').insert({ a: 1 }).onConflict('a').ignore();`, 'write database non-idempotent', 'refine claim'],
    [
      `await knex('t').insert({ a: 1 }).onConflict('a').merge(['b']);`,
      'write database non-idempotent',
      'refine idempotent',
    ],
    [`await knex.insert({ a: 1 }).into('t');`, 'write database non-idempotent'],
    [`await knex('t').where({ a: 1 }).decrement('n', 2);`, 'read database alone', 'write database non-idempotent'],
    [
      `await trx('t').where({ a: 1 }).andWhere('b', 2).update({ n: 1 });`,
      'read database alone',
      'write database idempotent',
    ],
    [`await knex('t').update({ n: knex.raw('n + 1') });`, 'write database idempotent', 'sql any relative-value'],
    [`await knex('t').whereIn('a', [1]).del();`, 'write database idempotent removes'],
    [`const row = await knex('t').where({ a: 1 }).first();`, 'read database alone', 'read database'],
    [`await knex.raw('INSERT INTO t VALUES (1)');`, 'sql any relative-value'],
    [
      `await knex.transaction(async (tx) => { await tx('t').insert({ a: 1 }); });`,
      'db-transaction run=0',
      'write database non-idempotent',
    ],
    [`const open = await knex.transaction();`, 'db-transaction begin'],
    [`await trx.commit();`, 'db-transaction commit'],
    [`await trx.rollback();`, 'db-transaction rollback'],
  ],
};

const drizzle: SinkSamples = {
  title: 'drizzle-orm',
  setup: `
    import { eq, sql } from 'drizzle-orm';
    import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
    import { integer, pgTable, text } from 'drizzle-orm/pg-core';
    const rows = pgTable('rows', { id: text('id').primaryKey(), n: integer('n').notNull() });
    const db: NodePgDatabase = drizzle('postgres://localhost');`,
  lines: [
    [`await db.insert(rows).values({ id: 'x', n: 1 });`, 'write database non-idempotent'],
    [
      `await db.insert(rows).values({ id: 'x', n: 1 }).onConflictDoNothing();`,
      'write database non-idempotent',
      'refine claim',
    ],
    [
      `await db.insert(rows).values({ id: 'x', n: 1 }).onConflictDoUpdate({ target: rows.id, set: { n: 1 } }).returning();`,
      'write database non-idempotent',
      'refine idempotent',
    ],
    [`await db.update(rows).set({ n: 1 }).where(eq(rows.id, 'x'));`, 'write database idempotent'],
    ['await db.update(rows).set({ n: sql`${rows.n} + 1` });', 'write database idempotent', 'relative-value'],
    [`await db.delete(rows).where(eq(rows.id, 'x'));`, 'write database idempotent removes'],
    [`await db.select().from(rows).where(eq(rows.id, 'x')).limit(1);`, 'read database'],
    ['await db.execute(sql`SELECT 1`);', 'sql postgresql', 'relative-value'],
    [
      `await db.transaction(async (tx) => { await tx.insert(rows).values({ id: 'x', n: 1 }); });`,
      'db-transaction run=0',
      'write database non-idempotent',
    ],
  ],
};

const drizzleMysql: SinkSamples = {
  title: 'drizzle-orm/mysql2',
  setup: `
    import { drizzle } from 'drizzle-orm/mysql2';
    import { int, mysqlTable } from 'drizzle-orm/mysql-core';
    const rows = mysqlTable('rows', { id: int('id').primaryKey() });
    const db = drizzle('mysql://localhost');`,
  lines: [
    [`await db.insert(rows).ignore().values({ id: 1 });`, 'write database non-idempotent', 'refine claim'],
    [
      `await db.insert(rows).values({ id: 1 }).onDuplicateKeyUpdate({ set: { id: 1 } });`,
      'write database non-idempotent',
      'refine idempotent',
    ],
  ],
};

const drizzleSqlite: SinkSamples = {
  title: 'drizzle-orm/better-sqlite3',
  setup: `
    import { drizzle } from 'drizzle-orm/better-sqlite3';
    import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
    const rows = sqliteTable('rows', { id: integer('id').primaryKey() });
    const db = drizzle('file.db');`,
  lines: [
    [`db.insert(rows).values({ id: 1 }).onConflictDoNothing().run();`, 'write database non-idempotent', 'refine claim'],
    [
      `db.transaction((tx) => { tx.delete(rows).run(); });`,
      'db-transaction run=0',
      'write database idempotent removes',
    ],
  ],
};

const sequelize: SinkSamples = {
  title: 'sequelize',
  setup: `
    import { DataTypes, Model, Sequelize, type Transaction } from 'sequelize';
    const sequelize = new Sequelize('postgres://localhost', { logging: false });
    const Alert = sequelize.define('Alert', { id: { type: DataTypes.STRING, primaryKey: true } });
    class User extends Model {}
    User.init({ id: DataTypes.STRING }, { sequelize });`,
  lines: [
    [`await Alert.create({ id: 'x' });`, 'write database non-idempotent'],
    [`await User.create({ id: 'x' });`, 'write database non-idempotent'],
    [`await Alert.bulkCreate([{ id: 'x' }], { ignoreDuplicates: true });`, 'claim database'],
    [`await Alert.bulkCreate([{ id: 'x' }], { updateOnDuplicate: ['id'] });`, 'write database idempotent'],
    [`await Alert.upsert({ id: 'x' });`, 'write database idempotent'],
    [`const [row, isNew] = await User.findOrCreate({ where: { id: 'x' } });`, 'claim database'],
    [`await User.increment('n', { where: { id: 'x' } });`, 'write database non-idempotent'],
    [
      `await User.update({ n: sequelize.literal('n + 1') }, { where: { id: 'x' } });`,
      'write database idempotent',
      'relative-value',
    ],
    [`const user = await User.findByPk('x'); await user!.save();`, 'read database', 'write database unknown'],
    [`await new User({ id: 'x' }).destroy();`, 'write database idempotent removes'],
    [`await sequelize.query('SELECT 1');`, 'sql any'],
    [`await sequelize.transaction(async (t: Transaction) => {});`, 'db-transaction run=0'],
    [`await sequelize.transaction({}, async (t) => {});`, 'db-transaction run=1'],
    [
      `const t = await sequelize.transaction(); await t.commit(); await t.rollback();`,
      'db-transaction begin',
      'db-transaction commit',
      'db-transaction rollback',
    ],
  ],
};

const sequelizeTypescript: SinkSamples = {
  title: 'sequelize-typescript',
  setup: `
    import { Column, Model, PrimaryKey, Sequelize, Table } from 'sequelize-typescript';
    @Table class Alert extends Model { @PrimaryKey @Column declare id: string; }
    declare const injected: typeof Alert;`,
  lines: [
    [`await injected.bulkCreate([{ id: 'x' }], { ignoreDuplicates: true });`, 'claim database'],
    [`const found = await Alert.findByPk('x'); await found!.save();`, 'read database', 'write database unknown'],
    [`await new Sequelize({ models: [Alert] }).transaction(async () => {});`, 'db-transaction run=0'],
  ],
};

const mongoose: SinkSamples = {
  title: 'mongoose',
  setup: `
    import mongoose, { Schema, model, type Model } from 'mongoose';
    interface Log { a: string; n: number; tags: string[] }
    const ReadLog = model('ReadLog', new Schema({ a: String, n: Number, tags: [String] }));
    declare const injected: Model<Log>;`,
  lines: [
    [`await ReadLog.create({ a: 'x' });`, 'write database non-idempotent'],
    [`await new ReadLog({ a: 'x' }).save();`, 'write database non-idempotent as-made'],
    [`const made = new injected({ a: 'x' }); await made.save();`, 'write database non-idempotent as-made'],
    [
      `const found = await ReadLog.findOne({ a: 'x' }); await found!.save();`,
      'read database',
      'write database unknown',
    ],
    [`await injected.insertMany([{ a: 'x' }], { ordered: false });`, 'write database non-idempotent'],
    [`await ReadLog.updateOne({ a: 'x' }, { $push: { tags: 'y' } });`, 'write database non-idempotent relative'],
    [
      `await ReadLog.findOneAndUpdate({ a: 'x' }, { $set: { n: 1 }, $addToSet: { tags: 'y' } }, { upsert: true }).exec();`,
      'write database idempotent',
    ],
    [`await injected.findByIdAndUpdate('x', { $inc: { n: 1 } }, { new: true });`, 'write database idempotent relative'],
    [`await ReadLog.updateOne({ _id: 'x' }, { $setOnInsert: { n: 1 } }, { upsert: true });`, 'claim database'],
    [`await ReadLog.exists({ a: 'x' });`, 'read database'],
    [`await mongoose.connect('mongodb://localhost');`],
    [`await mongoose.connection.transaction(async (session) => {});`, 'db-transaction run=0'],
    [
      `const session = await mongoose.startSession(); await session.withTransaction(async () => {});`,
      'db-transaction run=0',
    ],
    [`const id = new mongoose.Types.ObjectId();`, 'unstable random'],
  ],
};

export const ORM_SAMPLES: readonly SinkSamples[] = [
  prisma,
  typeorm,
  knex,
  drizzle,
  drizzleMysql,
  drizzleSqlite,
  sequelize,
  sequelizeTypescript,
  mongoose,
];
