import assert from 'node:assert/strict';
import { handlerOf, simulateSource, verdictsOf } from '../../../testing/simulated-source.ts';
import type { SimulationOptions } from '../../api.ts';

const top = `import { MongoClient, MongoServerError, ObjectId } from 'mongodb';
const mongo = new MongoClient('mongodb://localhost');
const db = mongo.db('shop');
const inbox = db.collection('inbox');
const wallets = db.collection('wallets');
const transfers = db.collection('transfers');`;

async function verdicts(body: string, options: SimulationOptions = {}): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(handlerOf(body, { top }), options));
}

const claim = (more = ''): string =>
  `inbox.updateOne({ _id: event.id }, { $setOnInsert: { at: new Date() } }, { upsert: true, ${more} })`;
const add = (more = ''): string => `wallets.updateOne({ _id: 'w-1' }, { $inc: { coins: 1 } }, { ${more} })`;

describe('mongodb, simulated', () => {
  it('keeps one document per id, and counts what adds up', async () => {
    const body = `await wallets.updateOne({ _id: event.id }, { $set: { name: 'x' } }, { upsert: true });
      await wallets.replaceOne({ _id: event.id }, { name: 'y' }, { upsert: true });
      await wallets.deleteOne({ owner: event.id });
      await transfers.insertOne({ event: event.id });
      await ${add()};`;
    assert.deepEqual(await verdicts(body), [
      'wallets.updateOne: effectively-once',
      'wallets.replaceOne: effectively-once',
      'wallets.deleteOne: effectively-once',
      'transfers.insertOne: at-least-once (duplicate)',
      'wallets.updateOne: at-least-once (duplicate)',
    ]);
  });

  it('refuses a second document with the same id, in words that the program can ask for', async () => {
    const body = `try { await inbox.insertOne({ _id: event.id }); }
      catch (error) { if (error instanceof MongoServerError && error.code === 11000) return; throw error; }
      await ${add()};`;
    assert.deepEqual(await verdicts(body), [
      'inbox.insertOne: effectively-once',
      'wallets.updateOne: at-most-once (lost-write)',
    ]);
  });

  it('holds an index to be unique whose creator says so', async () => {
    const body = `await transfers.insertOne({ event: event.id }).catch((error) => { if (error.code !== 11000) throw error; });`;
    const index = 'await transfers.createIndex({ event: 1 }, { unique: true });';
    const units = await simulateSource(handlerOf(body, { top: `${top}\n${index}` }));
    assert.deepEqual(verdictsOf(units), ['transfers.insertOne: effectively-once']);
  });

  it('lets nobody change an id', async () => {
    const [unit] = await simulateSource(
      handlerOf(`await wallets.updateOne({ _id: 'w-1' }, { $set: { _id: event.id } });`, { top }),
    );
    assert.match(unit?.incomplete ?? '', /immutable field/);
  });

  it('finds by what was pushed into a list', async () => {
    const body = `await wallets.updateOne({ _id: 'w-1', seen: { $ne: event.id } },
      { $inc: { coins: 1 }, $push: { seen: event.id } });`;
    assert.deepEqual(await verdicts(body), ['wallets.updateOne: effectively-once']);
  });

  it('commits a record and the work together, and neither after an error', async () => {
    const body = `await mongo.withSession((session) => session.withTransaction(async () => {
      const { upsertedCount } = await ${claim('session')};
      if (upsertedCount === 1) await ${add('session')};
    }));`;
    assert.deepEqual(await verdicts(body), [
      'inbox.updateOne: effectively-once',
      'wallets.updateOne: effectively-once',
    ]);
    const outside = body.replace(add('session'), add());
    assert.deepEqual(await verdicts(outside), [
      'inbox.updateOne: effectively-once',
      'wallets.updateOne: at-least-once (duplicate)',
    ]);
  });

  it('drops what was written in a transaction that is aborted', async () => {
    const body = `const session = mongo.startSession();
      session.startTransaction();
      await ${add('session')};
      await session.abortTransaction();
      await session.endSession();
      const { coins = 0 } = (await wallets.findOne({ _id: 'w-1' })) ?? {};
      await redis.set('coins:' + event.id, String(coins));`;
    const units = await simulateSource(handlerOf(body, { top }));
    assert.deepEqual(verdictsOf(units), ['SET coins:{message}: effectively-once']);
  });

  it('sees one moment in a transaction, and runs it again after a conflict', async () => {
    const body = `const session = mongo.startSession();
      let runs = 0;
      await session.withTransaction(async () => {
        runs += 1;
        await wallets.findOne({ _id: 'w-1' }, { session });
        if (runs === 1) await ${add()};
        await wallets.updateOne({ _id: 'w-1' }, { $set: { seen: event.id } }, { session });
      });
      await redis.set('runs:' + event.id, String(runs));
      if (runs === 2) await redis.incr('again:' + event.id);`;
    const found = { tables: { wallets: { rows: [{ _id: 'w-1', coins: 1 }] } } };
    const units = await simulateSource(handlerOf(body, { top }), { ...found, faults: 0 });
    assert.deepEqual(
      units[0]?.effects.map(({ label }) => label),
      ['wallets.updateOne', 'wallets.updateOne', 'SET runs:{message}', 'INCR again:{message}'],
    );
  });

  it('makes a successor wait for the documents of a transaction', async () => {
    const body = `const session = mongo.startSession();
      await session.withTransaction(async () => {
        if (await inbox.findOne({ _id: event.id }, { session })) return;
        await inbox.insertOne({ _id: event.id }, { session });
        await ${add('session')};
      });`;
    assert.deepEqual(await verdicts(body), [
      'inbox.insertOne: effectively-once',
      'wallets.updateOne: effectively-once',
    ]);
  });

  it('forgets the documents of an index with a time to live, if nobody comes sooner', async () => {
    const body = `const { upsertedCount } = await ${claim()};
      if (upsertedCount === 1) await ${add()};`;
    const index = 'await inbox.createIndex({ at: 1 }, { expireAfterSeconds: 900 });';
    const run = async (downtime: number) => simulateSource(handlerOf(body, { top: `${top}\n${index}` }), { downtime });
    assert.deepEqual(verdictsOf(await run(60)), [
      'inbox.updateOne: effectively-once',
      'wallets.updateOne: at-most-once (lost-write)',
    ]);
    const forgetful = await run(3600);
    assert.deepEqual(verdictsOf(forgetful), [
      'inbox.updateOne: effectively-once',
      'wallets.updateOne: none (duplicate, lost-write)',
    ]);
  });

  it('inserts and changes many, and stops at the first that is refused', async () => {
    const body = `await transfers.insertMany([{ _id: event.id + '-a' }, { _id: event.id + '-b' }])
        .catch((error) => { if (error.code !== 11000) throw error; });
      await wallets.bulkWrite([
        { updateOne: { filter: { _id: event.id }, update: { $set: { open: true } }, upsert: true } },
        { deleteOne: { filter: { _id: event.id + '-old' } } },
      ]);`;
    assert.deepEqual(await verdicts(body), [
      'transfers.insertMany: effectively-once',
      'wallets.bulkWrite: effectively-once',
    ]);
  });

  it('gives ids that nobody can foresee', async () => {
    const body = `await transfers.insertOne({ _id: new ObjectId(), event: event.id });`;
    assert.deepEqual(await verdicts(body), ['transfers.insertOne: at-least-once (duplicate)']);
  });

  it('reads with a cursor, in order', async () => {
    const body = `const last = await wallets.find({ open: true }).sort({ n: -1 }).limit(1).toArray();
      await redis.set('last:' + event.id, last[0].name);`;
    const rows = [
      { _id: 'a', n: 1, name: 'a', open: true },
      { _id: 'b', n: 2, name: 'b', open: true },
    ];
    assert.deepEqual(await verdicts(body, { tables: { wallets: { rows } } }), ['SET last:{message}: effectively-once']);
  });

  it('says nothing of what it does not understand', async () => {
    const [unit] = await simulateSource(
      handlerOf(`await wallets.updateOne({ $where: 'x' }, { $set: { a: 1 } });`, { top }),
    );
    assert.match(unit?.incomplete ?? '', /\$where/);
  });
});
