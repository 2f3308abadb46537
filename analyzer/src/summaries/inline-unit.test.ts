import assert from 'node:assert/strict';
import { showUnit } from '../testing/show-unit.ts';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';
import { successorsOf } from './unit-graph.ts';

interface Case {
  readonly title: string;
  readonly top?: string;
  readonly body: string;
  readonly unit: string;
}

const charge = 'const charge = async (order: any) => { await bank.charge(order); };';

const calls: readonly Case[] = [
  { title: 'a call of a library', body: 'await bank.charge({});', unit: '1 write bank.charge -> ok !fail' },
  {
    title: 'a helper, seen through',
    top: charge,
    body: 'await charge(message);',
    unit: '1 write bank.charge -> ok !fail',
  },
  {
    title: 'two calls of one helper: two steps',
    top: charge,
    body: 'await charge(1); await charge(2);',
    unit: '1 write bank.charge -> 2 !fail\n2 write bank.charge -> ok !fail',
  },
  {
    title: 'a method behind an interface: each class that has it',
    top: `interface Sink { put(m: any): Promise<void> } declare const sink: Sink;
      class A implements Sink { async put(m: any) { await bank.charge(m); } }
      class B implements Sink { async put(m: any) { await database.upsert("x", m); } }`,
    body: 'await sink.put(message);',
    unit: '1 choice -> 2 3\n2 write bank.charge -> ok !fail\n3 write database.upsert -> ok !fail',
  },
  {
    title: 'a table of handlers: each of them',
    top: `const handlers = new Map([["a", async () => { await bank.charge({}); }], ["b", async () => { await database.upsert("x", {}); }]]);`,
    body: 'const handle: any = handlers.get(topic); await handle();',
    unit: `1 check handlers.get(topic) -> 2
      2 choice -> 3 4
      3 write bank.charge -> ok !fail
      4 write database.upsert -> ok !fail`,
  },
  {
    title: 'recursion, once more and no further',
    top: 'const pay = async (n: number): Promise<void> => { await bank.charge({}); await pay(n - 1); };',
    body: 'await pay(3);',
    unit: '1 write bank.charge -> 2 !fail\n2 write bank.charge -> 3 !fail\n3 opaque pay(n - 1) -> ok !fail',
  },
  {
    title: 'a helper without effects: nothing, for what it throws comes again with the message',
    top: 'const pad = (m: any) => { const text = String(m); return text.trim(); };',
    body: 'await bank.charge({ id: pad(message) });',
    unit: '1 write bank.charge -> ok !fail',
  },
  {
    title: 'a function that the user vouches for: one step that may throw',
    top: '/** @eos idempotent */\nconst charge = async (order: any) => { await bank.charge(order); };',
    body: 'await charge(message);',
    unit: '1 opaque charge(message) -> ok !fail',
  },
];

const handedOver: readonly Case[] = [
  {
    title: 'a transaction of the database around its callback',
    body: 'await database.transaction(async (tx) => { await tx.insert("a", {}); });',
    unit: `1 db-begin -> 2 !fail
      2 write tx.insert -> 3 !4
      3 db-commit -> ok !fail
      4 db-rollback -> fail !fail`,
  },
  {
    title: 'a wrapper that calls again after a failure',
    body: 'await retrying(async () => { await bank.charge({}); });',
    unit: '1 write bank.charge -> ok !2\n2 write bank.charge -> ok !fail',
  },
  {
    title: 'a wrapper that is not known, waited for: once',
    body: 'await traced(async () => { await bank.charge({}); });',
    unit: '1 write bank.charge -> 2 !fail\n2 opaque traced(async () => { await bank.charge({}); }) -> ok !fail',
  },
  {
    title: 'the callback of a list: for each element',
    body: 'const items: any[] = JSON.parse(topic); items.forEach((item) => { bank.charge(item); });',
    unit: `1 each items -> 2 ok
      2 detach bank.charge(item) -> 3 4 1
      3 write bank.charge -> 1 !1
      4 write bank.charge -> settled !settled`,
  },
  {
    title: 'an async callback whose promise nobody sees: it may go on behind the loop',
    body: '[1, 2].forEach(async () => { await bank.charge({}); }); await database.upsert("x", {});',
    unit: `1 each [1, 2] -> 2 3
      2 detach [1, 2].forEach(async () => { await bank.charge({}); }) -> 4 5 1
      3 write database.upsert -> ok !fail
      4 write bank.charge -> 1 !1
      5 write bank.charge -> settled !settled`,
  },
  {
    title: 'a dropped chain of promises: all of it may go on behind the handler',
    body: 'void bank.charge({}).then(() => database.upsert("x", {})).catch(console.error); await database.insert("y", {});',
    unit: `1 detach bank.charge({}) -> 2 3 4
      2 write bank.charge -> 5 !6
      3 write bank.charge -> 7 !8
      4 write database.insert -> ok !fail
      5 detach bank.charge({}).then(() => database.upsert("x", {})) -> 9 10 4
      6 catch -> 11
      7 write database.upsert -> settled !8
      8 catch -> 12
      9 write database.upsert -> 4 !6
      10 write database.upsert -> settled !13
      11 opaque console.error -> 4 !4
      12 opaque console.error -> settled !settled
      13 catch -> 14
      14 opaque console.error -> settled !settled`,
  },
  {
    title: 'a transaction that is handed on: whoever gets it may send the offsets',
    body: 'const transaction = await producer.transaction(); await finish(transaction);',
    unit: '1 begin -> 2 !fail\n2 escape -> ok !fail',
  },
  {
    title: 'a transaction that a class in sight keeps: it stays in sight',
    body: `const transaction = await producer.transaction();
      class Keeper { constructor(readonly handle: typeof transaction) {} }
      new Keeper(transaction);`,
    unit: '1 begin -> ok !fail',
  },
  {
    title: 'a class that keeps a transaction and is handed on: whoever gets it may send the offsets',
    body: `const transaction = await producer.transaction();
      class Keeper { constructor(readonly handle: typeof transaction) {} }
      await finish(new Keeper(transaction));`,
    unit: '1 begin -> 2 !fail\n2 escape -> ok !fail',
  },
  {
    title: 'a constructor that hands the transaction on, although it comes back to itself',
    body: `const transaction = await producer.transaction();
      class Keeper { constructor(handle: typeof transaction) { new Keeper(handle); finish(handle); } }
      new Keeper(transaction);`,
    unit: '1 begin -> 2 !fail\n2 escape -> ok !fail',
  },
];

const control: readonly Case[] = [
  {
    title: 'a call that nobody waits for: its failure reaches no handler',
    body: 'bank.charge({}); await database.upsert("x", {});',
    unit: `1 detach bank.charge({}) -> 2 3 4
      2 write bank.charge -> 4 !4
      3 write bank.charge -> settled !settled
      4 write database.upsert -> ok !fail`,
  },
  {
    title: 'catch and finally',
    body: 'try { await bank.charge({}); } catch { await database.upsert("x", {}); } finally { nowhere(1); }',
    unit: `1 write bank.charge -> 2 !3
      2 opaque nowhere(1) -> ok !fail
      3 catch -> 4
      4 write database.upsert -> 2 !5
      5 opaque nowhere(1) -> fail !fail`,
  },
  {
    title: 'a catch that knows a unique violation',
    body: 'try { await database.insert("x", {}); } catch (e: any) { if (e.code !== "23505") throw e; }',
    unit: `1 write database.insert -> ok !2
      2 catch a unique violation -> 3
      3 if e.code !== "23505" -> fail ok`,
  },
  {
    title: 'a loop over elements, and a loop of attempts',
    body: 'for (const item of [1, 2]) await bank.charge({}); while (attempt()) await database.upsert("x", {});',
    unit: `1 each [1, 2] -> 2 3
      2 write bank.charge -> 1 !fail
      3 repeat -> 4
      4 opaque attempt() -> 5 !fail
      5 if attempt() -> 6 ok
      6 write database.upsert -> 3 !fail`,
  },
  {
    title: 'two calls at once: the second runs although the first fails',
    body: 'await Promise.all([bank.charge({}), database.upsert("x", {})]);',
    unit: `1 write bank.charge -> 2 !3
      2 write database.upsert -> ok !fail
      3 choice -> fail 4
      4 write database.upsert -> fail !fail`,
  },
  {
    title: 'what is chained behind a call',
    body: 'await bank.charge({}).then(() => database.upsert("x", {})).catch(() => {});',
    unit: '1 write bank.charge -> 2 !3\n2 write database.upsert -> ok !3\n3 catch -> ok',
  },
];

const memory: readonly Case[] = [
  {
    title: 'lookups and changes of a collection',
    top: 'const seen = new Set();',
    body: 'if (seen.has(topic)) return; seen.add(topic); seen.delete(topic);',
    unit: `1 check seen.has(topic) -> 2
      2 if seen.has(topic) -> ok 3
      3 fill seen.add(topic) -> 4
      4 forget seen.delete(topic) -> ok`,
  },
  {
    title: 'the same with the elements of an object',
    top: 'const seen: any = {};',
    body: 'if (topic in seen) return; seen[topic] = true; delete seen[topic];',
    unit: `1 check topic in seen -> 2
      2 if topic in seen -> ok 3
      3 fill seen[topic] = true -> 4
      4 forget delete seen[topic] -> ok`,
  },
];

const answers: readonly Case[] = [
  {
    title: 'the answer of a helper, where the caller branches on it',
    top: 'const isNew = async () => { if (await database.find("x", {})) return false; return true; };',
    body: 'if (await isNew()) await bank.charge({});',
    unit: `1 read database.find -> 2 !fail
      2 if await database.find("x", {}) -> 3 4
      3 tell false -> 5
      4 tell true -> 5
      5 if await isNew() -> 6 ok
      6 write bank.charge -> ok !fail`,
  },
  {
    title: 'an answer that is not known until it is asked',
    top: 'const find = async (): Promise<object | null> => { return database.find("x", {}); };',
    body: 'const row = await find(); if (row) return; await bank.charge({});',
    unit: `1 read database.find -> 2 !fail
      2 if database.find("x", {}) -> 3 4
      3 tell true -> 5
      4 tell false -> 5
      5 if row -> ok 6
      6 write bank.charge -> ok !fail`,
  },
  {
    title: 'no answer, where nobody looks at it',
    top: 'const isNew = async () => { if (await database.find("x", {})) return false; return true; };',
    body: 'await isNew();',
    unit: '1 read database.find -> 2 !fail\n2 if await database.find("x", {}) -> ok ok',
  },
];

describe('a unit with its calls entered', () => {
  for (const { title, top = '', body, unit } of [...calls, ...handedOver, ...control, ...memory, ...answers]) {
    it(title, () => {
      assert.equal(showUnit(unitOf(handlerFile(body, top)).graph), unit.replace(/\n\s+/g, '\n'));
    });
  }

  it('names two copies of one call alike, and two ways into a helper differently', () => {
    const keysOf = (body: string): readonly string[] =>
      unitOf(handlerFile(body, charge)).graph.steps.flatMap((step) => (step.kind === 'write' ? [step.key] : []));
    const copied = keysOf('try { missing(); } finally { await charge(1); }');
    assert.equal(copied.length, 2);
    assert.equal(new Set(copied).size, 1);
    assert.equal(new Set(keysOf('await charge(1); await charge(2);')).size, 2);
  });

  it('stops at a bound, says so, and stays a graph', () => {
    const levels = Array.from({ length: 12 }, (_, i) => i);
    const top = levels.map(
      (i) => `const f${String(i)} = async () => { await f${String(i + 1)}(); await f${String(i + 1)}(); };`,
    );
    const { graph } = unitOf(
      handlerFile(
        'await f0(); await f0();',
        `${top.join('\n')} const f12 = async () => { await bank.charge({}); await bank.charge({}); };`,
      ),
    );
    assert.equal(graph.truncated, true);
    for (const step of graph.steps)
      for (const next of successorsOf(step)) assert.ok(graph.steps[next], `step ${String(step.id)}`);
  });
});
