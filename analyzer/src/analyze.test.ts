import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from './analyze.ts';
import type { Analysis } from './facts/analysis.ts';
import type { ClientProfile } from './facts/client-profile.ts';
import type { LibraryStub } from './facts/library-stub.ts';
import { createMemoryHost } from './program/memory-host.ts';
import { kafkaStub, testStubs } from './testing/library-stubs.ts';
import { someClient } from './testing/some-client.ts';
import { analysisOf, deliveryOf, effectsOf, handlerFile } from './testing/workspace-of.ts';

const workspace = {
  'src/clients.ts': `
    import { Kafka } from 'some-kafka';
    import { Bank, Database } from 'some-sinks';
    export const kafka = new Kafka();
    export const bank = new Bank();
    export const database = new Database();`,
  'src/orders.ts': `
    import { bank, database, kafka } from './clients.ts';
    import { remember, seen } from './dedup.ts';
    const consumer = kafka.consumer({ groupId: 'orders' });
    await consumer.subscribe({ topics: ['orders', 'returns'] });
    await consumer.run({ autoCommit: false, eachMessage: async ({ message }) => {
      if (seen(message.key)) return;
      await bank.charge({});
      remember(message.key);
      await consumer.commitOffsets([]);
    } });`,
  'src/dedup.ts': `
    const keys = new Set();
    export const seen = (key: any) => keys.has(key);
    export const remember = (key: any) => { keys.add(key); };`,
  'src/mirror.ts': `
    import { kafka } from './clients.ts';
    const producer = kafka.producer();
    await kafka.consumer({ groupId: 'mirror' }).run({ eachMessage: async ({ message }) => {
      const transaction = await producer.transaction();
      await transaction.send({ topic: 'copies', messages: [] });
      await transaction.commit();
    } });`,
  'src/unrelated.ts': 'export const nothing = 1;',
};

describe('the analysis of a workspace', () => {
  it('states who consumes, what is done, and what is written to which topic', () => {
    const { consumers, units, topicWrites, clients, notices } = analysisOf(workspace);
    assert.deepEqual(clients, ['some-kafka']);
    assert.deepEqual(notices, []);
    assert.deepEqual(
      consumers.map(({ groupId, topics, topicsUnknown }) => [groupId, topics, topicsUnknown]),
      [
        ['mirror', [], true],
        ['orders', ['orders', 'returns'], false],
      ],
    );
    assert.deepEqual(
      units.map(({ place, autoCommit, guarantee, claims }) => [
        place.file,
        autoCommit?.value,
        guarantee,
        claims.map(({ kind }) => kind),
      ]),
      [
        ['src/mirror.ts', true, 'at-least-once', ['transaction']],
        ['src/orders.ts', false, 'at-least-once', ['dedup-guard']],
      ],
    );
    assert.deepEqual(
      units.map(({ consumerId }) => consumerId),
      consumers.map(({ id }) => id),
    );
    assert.deepEqual(
      topicWrites.map(({ topic, transactional }) => [topic, transactional]),
      [['copies', true]],
    );
  });

  it('is plain data: it survives a trip through JSON', () => {
    const analysis = analysisOf(workspace);
    assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
  });

  it('is empty where nobody uses Kafka', () => {
    const { units, consumers, files, filesScanned } = analysisOf({ 'a.ts': 'export const a = 1;' });
    assert.deepEqual([units, consumers, files, filesScanned], [[], [], [], 1]);
  });

  it('is the same, byte for byte, in any order of the files', () => {
    const names = Object.entries(workspace);
    const expected = JSON.stringify(analysisOf(workspace));
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        assert.equal(JSON.stringify(analysisOf(Object.fromEntries(shuffled))), expected);
      }),
      { numRuns: 10 },
    );
  });

  it('does not depend on what was analysed before', () => {
    const first = JSON.stringify(analysisOf(workspace));
    analysisOf(handlerFile('await bank.charge({});'));
    assert.equal(JSON.stringify(analysisOf(workspace)), first);
  });

  it('does not change with files that have nothing to do with Kafka', () => {
    const facts = ({ filesScanned: _, ...rest }: Analysis): string => JSON.stringify(rest);
    const more = { ...workspace, 'src/aaa.ts': 'export const a = 1;', 'lib/zzz.js': 'module.exports = {};' };
    assert.equal(facts(analysisOf(more)), facts(analysisOf(workspace)));
  });

  it('is the same under another root', () => {
    const at = (root: string): string => {
      const host = createMemoryHost(workspace, root);
      return JSON.stringify(analyze({ host, paths: [], libraries: testStubs, includeTests: false, maxStates: 20_000 }));
    };
    assert.equal(at('/somewhere/else'), at('/workspace'));
  });

  it('counts two ways to the same facts as one unit', () => {
    const files = `
      import { Kafka } from 'some-kafka'; import { Bank } from 'some-sinks';
      const bank = new Bank(); const consumer = new Kafka().consumer({ groupId: 'g' });
      const start = () => consumer.run({ eachMessage: async () => { await bank.charge({}); } });
      start(); start();`;
    assert.equal(analysisOf(files).units.length, 1);
  });

  it('judges a transaction that no handler reaches by itself', () => {
    const files = `
      import { Kafka } from 'some-kafka';
      const producer = new Kafka().producer();
      export async function publish() {
        const transaction = await producer.transaction();
        await transaction.send({ topic: 't', messages: [] });
        await transaction.commit();
      }`;
    const [unit, ...others] = analysisOf(files).units;
    assert.deepEqual([unit?.kind, unit?.delivery, unit?.name, others.length], ['transaction', 'call', 'publish', 0]);
  });
});

describe('an analysis that meets its limits', () => {
  it('says that a unit has too many states, and claims nothing about it', () => {
    const text = handlerFile('await bank.charge({}); await database.upsert("x", {});');
    const analysis = analysisOf(text, 3);
    const [charge] = effectsOf(analysis, 'bank.charge');
    assert.equal(charge?.verdict.guarantee, 'unknown');
    assert.deepEqual(charge.verdict.anomalies, []);
    assert.equal(analysis.units[0]?.guarantee, 'unknown');
    assert.equal(analysis.notices.length, 1);
    assert.equal(analysis.notices[0]?.incomplete, true);
    assert.match(analysis.notices[0].message, /eachMessage \(main\.ts:\d+\) has more states than the limit allows/);
    assert.deepEqual(analysisOf(text).notices, []);
  });

  it('never claims with fewer states what it would not claim with more', () => {
    const text = handlerFile(
      'if (seen.has(message.key)) return; await bank.charge({}); seen.add(message.key);',
      'const seen = new Set();',
    );
    const full = effectsOf(analysisOf(text), 'bank.charge')[0]?.verdict;
    for (const states of [1, 2, 5, 10, 20, 40]) {
      const verdict = effectsOf(analysisOf(text, states), 'bank.charge')[0]?.verdict;
      if (verdict?.guarantee !== 'unknown') assert.deepEqual(verdict, full, String(states));
    }
  });

  it('survives a mistake of ours: it names the unit and judges the others', () => {
    const files = {
      'a.ts': handlerFile('await bank.charge({});'),
      'b.ts': handlerFile('await database.upsert("x", {});'),
    };
    const libraries = testStubs.map((stub) => (stub.role === 'kafka' ? minedStub() : stub));
    const host = createMemoryHost(files);
    const { units, notices } = analyze({ host, paths: [], libraries, includeTests: false, maxStates: 20_000 });
    assert.deepEqual(
      units.map(({ place }) => place.file),
      ['b.ts'],
    );
    assert.deepEqual(
      notices.map(({ incomplete }) => incomplete),
      [true],
    );
    assert.match(notices[0]?.message ?? '', /^the unit at a\.ts:\d+ could not be analysed, .* a bug .*: a mine$/);
  });

  it('judges as many effects of one handler as its share of the states allows, and says that it stopped', () => {
    const judged = (count: number, maxStates: number): readonly [number, number, number] => {
      const cases = Array.from({ length: count }, (_, index) => `case ${index}: await bank.charge({}); break;`);
      const text = handlerFile(`switch (message.value.type) { ${cases.join(' ')} }`);
      const host = createMemoryHost({ 'main.ts': text });
      const { units, notices } = analyze({ host, paths: [], libraries: testStubs, includeTests: false, maxStates });
      const effects = units.flatMap((unit) => unit.effects);
      const known = effects.filter(({ verdict }) => verdict.guarantee !== 'unknown');
      return [effects.length, known.length, notices.length];
    };
    assert.deepEqual(judged(3, 40), [3, 3, 0]);
    const [effects, known, notices] = judged(100, 40);
    assert.equal(effects, 100);
    assert.ok(known > 0 && known < 100);
    assert.equal(notices, 1);
    assert.deepEqual(judged(100, 20_000), [100, 100, 0]);
  });

  it('judges a wrapper that many start, and tell nothing, once', () => {
    const start = (name: string): string => `
      import { startConsumer } from './wrapper.ts';
      export const ${name} = () => startConsumer();`;
    const wrapper = `
      import { Kafka } from 'some-kafka';
      import { Bank } from 'some-sinks';
      const bank = new Bank();
      export const startConsumer = async () =>
        new Kafka().consumer({ groupId: 'g' }).run({ eachMessage: async () => { await bank.charge({}); } });`;
    const files = { 'a.ts': start('a'), 'b.ts': start('b'), 'wrapper.ts': wrapper };
    assert.equal(analysisOf(files).units.length, 1);
    assert.deepEqual(
      deliveryOf(files).inputs.map(({ unit, usedAt }) => [unit, usedAt?.place.file]),
      [
        [0, 'a.ts'],
        [0, 'b.ts'],
      ],
    );
  });

  it('states in which files the code of each unit is', () => {
    const files = {
      'main.ts': `
        import { start } from './wrapper.ts';
        import { pay } from './pay.ts';
        start(async () => { await pay(); });`,
      'pay.ts': `
        import { Bank } from 'some-sinks';
        const bank = new Bank();
        export async function pay() { await bank.charge({}); }`,
      'wrapper.ts': `
        import { Kafka } from 'some-kafka';
        export const start = (work: () => Promise<void>) =>
          new Kafka().consumer({ groupId: 'g' }).run({ eachMessage: async () => { await work(); } });`,
    };
    assert.deepEqual(deliveryOf(files).unitFiles, [['main.ts', 'pay.ts', 'wrapper.ts']]);
  });

  it('states what only a map shows when that is asked for', () => {
    assert.equal(analysisOf(workspace).delivery, undefined);
    const { inputs, producers, boundedUnits } = deliveryOf(workspace);
    assert.deepEqual(
      inputs.map(({ unit, topics }) => [unit, topics]),
      [
        [0, []],
        [1, ['orders', 'returns']],
      ],
    );
    assert.equal(producers.length, 1);
    assert.deepEqual(boundedUnits, []);
    assert.equal(deliveryOf(workspace, 1).boundedUnits.length, 2);
  });

  for (const damage of ['', '{', '}}}', 'await', 'const', '`${', 'class {', '\u0000', '@', 'import "']) {
    it(`does not throw on broken code: ${JSON.stringify(damage)}`, () => {
      analysisOf(handlerFile(`${damage} await bank.charge({});`));
      analysisOf(handlerFile('await bank.charge({});', damage));
      analysisOf(`${handlerFile('await bank.charge({});')} ${damage}`);
    });
  }

  it('does not throw on any piece of a program', () => {
    const text = workspace['src/orders.ts'] + workspace['src/mirror.ts'];
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        deliveryOf({ ...workspace, 'src/orders.ts': text.slice(0, a) + text.slice(b) });
      }),
      { numRuns: 25 },
    );
  });
});

/** A Kafka library whose profile cannot be read the first time: the first unit fails as it would by a bug of ours. */
function minedStub(): LibraryStub {
  let mined = true;
  const profile: ClientProfile = {
    ...someClient,
    get autoCommitMoves(): ClientProfile['autoCommitMoves'] {
      if (!mined) return someClient.autoCommitMoves;
      mined = false;
      throw new Error('a mine');
    },
  };
  return { ...kafkaStub, profile };
}
