import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';
import type { EnteredUnit } from './enter-unit.ts';

interface Case {
  readonly title: string;
  readonly top?: string;
  readonly body: string;
  /** One guard per line: where it keeps its record, how, what it is called, and the effects it decides. */
  readonly guards: readonly string[];
}

const SEEN = 'const seen = new Set();';

const memory: readonly Case[] = [
  {
    title: 'a set of ids',
    top: SEEN,
    body: 'if (seen.has(message.offset)) return; await bank.charge({}); seen.add(message.offset);',
    guards: ['memory check seen: bank.charge'],
  },
  {
    title: 'a set of ids, recorded first and taken back after a failure',
    top: SEEN,
    body: `if (seen.has(message.key)) return; seen.add(message.key);
      try { await bank.charge({}); } catch (e) { seen.delete(message.key); throw e; }`,
    guards: ['memory check seen: bank.charge'],
  },
  {
    title: 'a map',
    top: 'const seen = new Map();',
    body: 'if (seen.get(message.key) !== undefined) return; await bank.charge({}); seen.set(message.key, 1);',
    guards: ['memory check seen: bank.charge'],
  },
  {
    title: 'a list',
    top: 'const seen: any[] = [];',
    body: 'if (seen.includes(message.offset)) return; await bank.charge({}); seen.push(message.offset);',
    guards: ['memory check seen: bank.charge'],
  },
  {
    title: 'an object by id',
    top: 'const seen: any = {};',
    body: 'if (seen[message.offset]) return; await bank.charge({}); seen[message.offset] = true;',
    guards: ['memory check seen: bank.charge'],
  },
  {
    title: 'a class that keeps the ids',
    top: `class Dedup { #ids = new Set(); async knows(id: any) { return this.#ids.has(id); } keep(id: any) { this.#ids.add(id); } }
      const dedup = new Dedup();`,
    body: 'if (await dedup.knows(message.offset)) return; await bank.charge({}); dedup.keep(message.offset);',
    guards: ['memory check #ids: bank.charge'],
  },
  {
    title: 'a guard of one effect of two',
    top: SEEN,
    body: `if (!seen.has(message.offset)) { await bank.charge({}); }
      await database.upsert("x", {}); seen.add(message.offset);`,
    guards: ['memory check seen: bank.charge'],
  },
];

const noMemory: readonly Case[] = [
  {
    title: 'a collection that is made for each message',
    body: 'const seen = new Set(); if (seen.has(message.offset)) return; await bank.charge({}); seen.add(message.offset);',
    guards: [],
  },
  {
    title: 'a lock: what is taken out again on the way that succeeds',
    top: 'const busy = new Set();',
    body: `if (busy.has(message.key)) return; busy.add(message.key);
      try { await bank.charge({}); } finally { busy.delete(message.key); }`,
    guards: [],
  },
  {
    title: 'a list of topics that nobody adds to',
    top: 'const allowed = new Set(["orders"]);',
    body: 'if (allowed.has(topic)) await bank.charge({});',
    guards: [],
  },
  {
    title: 'a key that is not of the message',
    top: SEEN,
    body: 'if (seen.has("started")) return; await bank.charge({}); seen.add("started");',
    guards: [],
  },
  {
    title: 'a lookup whose answer changes nothing',
    top: SEEN,
    body: 'if (seen.has(message.offset)) { console.log(1); } await bank.charge({}); seen.add(message.offset);',
    guards: ['memory check seen:'],
  },
];

const durable: readonly Case[] = [
  {
    title: 'a claim',
    body: 'if (!(await database.claim("seen", { id: message.offset }))) return; await bank.charge({});',
    guards: ['durable claim database.claim: bank.charge'],
  },
  {
    title: 'a claim that is asked later',
    body: 'const fresh = await database.claim("seen", { id: message.offset }); if (fresh) { await bank.charge({}); }',
    guards: ['durable claim database.claim: bank.charge'],
  },
  {
    title: 'an insert that ignores conflicts',
    body: `const { rowCount } = await database.query("INSERT INTO seen VALUES ($1) ON CONFLICT DO NOTHING", [message.offset]);
      if (rowCount === 0) return; await bank.charge({});`,
    guards: ['durable claim INSERT INTO seen: bank.charge'],
  },
  {
    title: 'a look-up of what is recorded at the end',
    body: `if (await database.find("seen", { id: message.offset })) return;
      await bank.charge({}); await database.insert("seen", { id: message.offset });`,
    guards: ['durable check database.find: bank.charge, database.insert'],
  },
  {
    title: 'a look-up in a function that decides',
    top: `const isNew = async (m: any) => { const row = await database.find("seen", { id: m.offset }); if (row) { return false; } return true; };`,
    body: 'if (!(await isNew(message))) return; await bank.charge({}); await database.insert("seen", { id: message.offset });',
    guards: ['durable check database.find: bank.charge, database.insert'],
  },
  {
    title: 'the state of the record',
    body: `const order = await database.find("orders", { id: message.key }); if (order!.status === "paid") return;
      await bank.charge({}); await database.upsert("orders", { status: "paid" });`,
    guards: ['durable check database.find: bank.charge by field, database.upsert by field'],
  },
  {
    title: 'an insert under a unique key, with a catch that knows the violation',
    body: `try { await database.insert("seen", { id: message.offset }); }
      catch (e: any) { if (e.code === "23505") return; throw e; }
      await bank.charge({});`,
    guards: ['durable claim database.insert: bank.charge, database.insert'],
  },
  {
    title: 'a violation that is passed on to a catch which knows it',
    top: `async function save(id: string) {
        try { await database.insert("seen", { id }); } catch (e) { console.log(e); throw e; } finally { await bank.charge({}); }
      }`,
    body: `try { await save(message.offset); }
      catch (e: any) { if (e.code === "23505") return; throw e; }
      await database.upsert("x", {});`,
    guards: ['durable claim database.insert: database.insert, database.upsert'],
  },
  {
    title: 'a violation that the last one of several attempts passes on',
    top: `async function save(id: string) {
        for (let i = 0; ; i++) { try { await database.insert("seen", { id }); return; } catch (e) { if (i === 3) throw e; } }
      }`,
    body: `try { await save(message.offset); } catch (e: any) { if (e.code === "23505") return; throw e; }
      await bank.charge({});`,
    guards: ['durable claim database.insert: bank.charge, database.insert'],
  },
  {
    title: 'a violation behind the attempts of a library',
    body: `try { await retrying(async () => { await database.insert("seen", { id: message.offset }); }); }
      catch (e: any) { if (e.code === "23505") return; throw e; }
      await bank.charge({});`,
    guards: ['durable claim database.insert: bank.charge, database.insert'],
  },
  {
    title: 'only itself, where a repeat goes on behind the violation',
    body: `try { await database.insert("seen", { id: message.offset }); }
      catch (e: any) { if (e.code !== "23505") throw e; }
      await bank.charge({});`,
    guards: ['durable claim database.insert: database.insert'],
  },
];

const notDurable: readonly Case[] = [
  {
    title: 'a violation that is made into another error',
    top: `async function save(id: string) {
        try { await database.insert("seen", { id }); } catch (e) { throw new Error("not saved"); }
      }`,
    body: `try { await save(message.offset); } catch (e: any) { if (e.code === "23505") return; throw e; }
      await bank.charge({});`,
    guards: [],
  },
  {
    title: 'a violation that ends in the catch in front of one which would know it',
    top: `async function save(id: string) {
        try { await database.insert("seen", { id }); } catch (e) { console.log(e); }
        if (id === "") throw new Error("no id");
      }`,
    body: `try { await save(message.offset); } catch (e: any) { if (e.code === "23505") return; throw e; }
      await bank.charge({});`,
    guards: [],
  },
  {
    title: 'a look-up of another thing',
    body: 'const user = await database.find("users", {}); if (!user) return; await database.insert("audit", {});',
    guards: [],
  },
  {
    title: 'a look-up of the thing that is changed',
    body: 'const user = await database.find("users", {}); if (!user) return; await database.upsert("users", {});',
    guards: [],
  },
  {
    title: 'an insert whose catch knows nothing',
    body: 'try { await database.insert("seen", {}); } catch (e) { console.log(e); return; } await bank.charge({});',
    guards: [],
  },
  {
    title: 'a claim whose answer nobody looks at',
    body: 'await database.claim("seen", { id: message.offset }); await bank.charge({});',
    guards: [],
  },
];

describe('the guards of a unit', () => {
  for (const { title, top = '', body, guards } of [...memory, ...noMemory, ...durable, ...notDurable]) {
    it(title, () => {
      assert.deepEqual(shown(unitOf(handlerFile(body, top))), guards);
    });
  }

  it('come with the place of the question and the places of the records', () => {
    const unit = unitOf(
      handlerFile('if (seen.has(message.offset)) return; await bank.charge({}); seen.add(message.offset);', SEEN),
    );
    const [guard] = unit.conditions.guards;
    assert.ok(guard);
    const textAt = ({ start, end }: { start: { line: number; column: number }; end: { column: number } }): string => {
      const [file] = unit.knowledge.slice.files;
      return (file?.text.split('\n')[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
    };
    assert.equal(textAt(guard.guard.place), 'seen.has');
    assert.deepEqual(guard.guard.records.map(textAt), ['seen.add(message.offset)']);
  });

  it('know which side of a branch a first delivery takes', () => {
    const fresh = (body: string): string | undefined =>
      unitOf(handlerFile(body)).conditions.guards[0]?.branches[0]?.fresh;
    const record = 'await bank.charge({}); await database.insert("seen", {});';
    assert.equal(fresh(`if (await database.find("seen", {})) return; ${record}`), 'whenFalse');
    assert.equal(fresh(`if ((await database.find("seen", {})) === null) { ${record} }`), 'whenTrue');
    assert.equal(fresh('if (await database.claim("seen", {})) { await bank.charge({}); }'), 'whenTrue');
    assert.equal(
      fresh('if ((await database.claim("seen", {})) === false) return; await bank.charge({});'),
      'whenFalse',
    );
  });
});

function shown({ conditions, graph }: EnteredUnit): readonly string[] {
  return conditions.guards.map(({ guard, decides }) => {
    const labels = [...decides].map(([key, how]) => {
      const step = graph.steps.find((each) => each.key === key);
      const label = step?.kind === 'write' ? step.write.label : key;
      return how !== 'presence' ? `${label} by field` : label;
    });
    return `${guard.store} ${guard.form} ${guard.label}: ${labels.sort().join(', ')}`.trim();
  });
}
