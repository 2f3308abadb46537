import type { SinkSamples } from './sink-samples.test.ts';

const kysely: SinkSamples = {
  title: 'kysely',
  setup: `
    import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
    interface Database { rows: { id: string; n: number } }
    const db = new Kysely<Database>({ dialect: {} });`,
  lines: [
    [`await db.insertInto('rows').values({ id: 'x', n: 1 }).execute();`, 'write database non-idempotent'],
    [
      `await db.insertInto('rows').values({ id: 'x', n: 1 }).onConflict((oc) => oc.column('id').doNothing()).executeTakeFirst();`,
      'write database non-idempotent',
      'refine',
      'refine claim',
    ],
    [
      `await db.insertInto('rows').values({ id: 'x', n: 1 }).onConflict((oc) => oc.column('id').doUpdateSet({ n: 1 })).execute();`,
      'write database non-idempotent',
      'refine',
      'refine idempotent',
    ],
    [
      `await db.insertInto('rows').values({ id: 'x', n: 1 }).onDuplicateKeyUpdate({ n: 1 }).execute();`,
      'write database non-idempotent',
      'refine idempotent',
    ],
    [`await db.updateTable('rows').set({ n: 1 }).where('id', '=', 'x').execute();`, 'write database idempotent'],
    [
      `await db.updateTable('rows').set((eb) => ({ n: eb('n', '+', 1) })).execute();`,
      'write database idempotent',
      'relative-value',
    ],
    [`await db.deleteFrom('rows').where('id', '=', 'x').execute();`, 'write database idempotent removes'],
    [`await db.selectFrom('rows').selectAll().where('id', '=', 'x').executeTakeFirst();`, 'read database'],
    ['await sql`UPDATE rows SET n = n + 1`.execute(db);', 'relative-value', 'sql any'],
    [
      `await db.transaction().setIsolationLevel('serializable').execute(async (trx: Transaction<Database>) => { await trx.replaceInto('rows').values({}).execute(); });`,
      'db-transaction run=0',
      'write database idempotent',
    ],
  ],
};

const mikroOrm: SinkSamples = {
  title: '@mikro-orm',
  setup: `
    import { Entity, PrimaryKey, Property, Unique, raw } from '@mikro-orm/core';
    import { EntityManager, EntityRepository, MikroORM } from '@mikro-orm/postgresql';
    @Entity() @Unique({ properties: ['a', 'b'] })
    class Row { @PrimaryKey() id!: string; @Property({ unique: true }) a!: string; @Property() b!: number; }
    declare const em: EntityManager;
    declare const rows: EntityRepository<Row>;
    const row = em.create(Row, { id: 'x' });`,
  lines: [
    [`em.persist(row); await em.flush();`, 'schedule', 'write database unknown scheduled'],
    [`await em.persistAndFlush(row);`, 'write database unknown scheduled'],
    [`await em.persist(row).flush();`, 'schedule', 'write database unknown scheduled'],
    [`await em.insert(Row, { id: 'x' });`, 'write database non-idempotent'],
    [`await rows.upsert({ id: 'x' });`, 'write database idempotent'],
    [`await em.nativeUpdate(Row, { id: 'x' }, { b: raw('b + 1') });`, 'write database idempotent', 'relative-value'],
    [`await rows.nativeDelete({ id: 'x' });`, 'write database idempotent removes'],
    [`await em.findOne(Row, { id: 'x' });`, 'read database'],
    [`await em.execute('SELECT 1');`, 'sql any'],
    [
      `await em.transactional(async (tx) => { tx.persist(tx.create(Row, { id: 'y' })); });`,
      'db-transaction run=0',
      'schedule',
      'makes',
    ],
    [
      `await em.begin(); await em.commit(); await em.rollback();`,
      'db-transaction begin',
      'db-transaction commit',
      'db-transaction rollback',
    ],
    [
      `await em.fork().createQueryBuilder(Row).insert({ id: 'x' }).onConflict('id').ignore().execute();`,
      'write database non-idempotent',
      'refine claim',
    ],
    [
      `await em.qb(Row).insert({ id: 'x' }).onConflict('id').merge().execute();`,
      'write database non-idempotent',
      'refine idempotent',
    ],
    [
      `const orm = await MikroORM.init({}); await orm.em.fork().removeAndFlush(row);`,
      'write database idempotent removes',
    ],
  ],
};

export const BUILDER_SAMPLES: readonly SinkSamples[] = [kysely, mikroOrm];
