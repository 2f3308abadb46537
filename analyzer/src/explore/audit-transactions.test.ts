import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';
import type { EnteredUnit } from '../scopes/enter-unit.ts';
import { auditTransactions, type TransactionAudit } from './audit-transactions.ts';

const SEND = 'await transaction.send({ topic: "out", messages: [] });';
const OFFSETS = 'await transaction.sendOffsets({});';
const BEGIN = 'const transaction = await producer.transaction();';
const COMMIT = 'await transaction.commit();';
const BY_HAND = 'await consumer.commitOffsets([]);';

function audited(body: string, top = ''): TransactionAudit & { readonly unit: EnteredUnit } {
  const unit = unitOf(handlerFile(body, top));
  const audit = auditTransactions(unit.graph, unit.conditions);
  assert.equal(audit.complete, true);
  return { ...audit, unit };
}

/** What became of each transaction, as a word each: `commits`, `offsets`. */
function begun(body: string, top = ''): readonly string[] {
  return [...audited(body, top).begun.values()].map(({ sendsOffsets, commits }) =>
    [...(commits ? ['commits'] : []), ...(sendsOffsets ? ['offsets'] : [])].join(' '),
  );
}

describe('what becomes of a Kafka transaction', () => {
  const cases: readonly (readonly [title: string, body: string, begun: readonly string[], without: number])[] = [
    ['all is well', `${BEGIN} ${SEND} ${OFFSETS} ${COMMIT}`, ['commits offsets'], 0],
    ['the offsets are missing', `${BEGIN} ${SEND} ${COMMIT}`, ['commits'], 1],
    [
      'the offsets are sent on one way only',
      `${BEGIN} ${SEND} if (topic) { ${OFFSETS} } ${COMMIT}`,
      ['commits offsets'],
      1,
    ],
    ['nothing is sent', `${BEGIN} ${COMMIT}`, ['commits'], 0],
    ['it is aborted', `${BEGIN} ${SEND} await transaction.abort();`, [''], 0],
    ['somebody else gets it', `${BEGIN} ${SEND} await settle(transaction); ${COMMIT}`, ['commits offsets'], 0],
    ['the offsets come after the commit', `${BEGIN} ${SEND} ${COMMIT} ${OFFSETS}`, ['commits'], 0],
    ['there is none', 'await producer.send({ topic: "out", messages: [] });', [], 0],
    [
      'it is aborted in a catch, if it is active',
      `${BEGIN} try { ${SEND} ${OFFSETS} ${COMMIT} } catch (e) { if (transaction.isActive()) await transaction.abort(); throw e; }`,
      ['commits offsets'],
      0,
    ],
    [
      'it is begun for every message of a loop',
      `for (const one of JSON.parse(topic)) { ${BEGIN} ${SEND} if (topic) { ${OFFSETS} } ${COMMIT} }`,
      ['commits offsets'],
      1,
    ],
  ];
  for (const [title, body, expected, without] of cases) {
    it(`when ${title}`, () => {
      assert.deepEqual(begun(body), expected);
      assert.equal(audited(body).withoutOffsets.length, without);
    });
  }

  it('is not looked for where there is none, however many paths there are', () => {
    const letters = Array.from({ length: 18 }, (_, index) => String.fromCharCode(97 + index));
    const told = letters.map((letter) => `const ${letter} = await known("${letter}");`);
    const asked = letters.map((letter) => `if (${letter}) { await database.upsert("${letter}", {}); }`);
    const twice = [...told, ...asked, ...asked].join(' ');
    assert.deepEqual(begun(twice), []);
  });

  it('is followed through a function that does it all', () => {
    const top = `const inTransaction = async (work: (transaction: any) => Promise<void>) => {
      ${BEGIN} try { await work(transaction); ${OFFSETS} ${COMMIT} } catch (e) { await transaction.abort(); throw e; } };`;
    const body = `await inTransaction(async (transaction) => { ${SEND} });`;
    assert.deepEqual(begun(body, top), ['commits offsets']);
    assert.equal(audited(body, top).withoutOffsets.length, 0);
    assert.equal(audited(body, top.replace(OFFSETS, '')).withoutOffsets.length, 1);
  });

  it('is followed through the answer of a function', () => {
    const top = `const send = async (transaction: any) => {
      if (await database.find("x", {})) { ${SEND} ${OFFSETS} return true; } return false; };`;
    assert.equal(audited(`${BEGIN} if (await send(transaction)) { ${COMMIT} }`, top).withoutOffsets.length, 0);
    const forgets = top.replace(OFFSETS, '');
    assert.equal(audited(`${BEGIN} if (await send(transaction)) { ${COMMIT} }`, forgets).withoutOffsets.length, 1);
  });

  it('comes with the way that leads to the commit', () => {
    const { withoutOffsets, unit } = audited(`${BEGIN} ${SEND} ${COMMIT}`);
    const [without] = withoutOffsets;
    assert.ok(without);
    const kinds = without.path.map((id) => unit.graph.steps[id]?.kind);
    assert.deepEqual(kinds, ['control', 'produce', 'control']);
    assert.equal(unit.graph.steps[without.commit]?.kind, 'control');
    assert.equal(without.begin, unit.graph.steps[without.path[0] ?? -1]?.key);
  });
});

describe('the effects inside a transaction', () => {
  const inside = (body: string): readonly string[] => {
    const { inside: keys, unit } = audited(body);
    return unit.graph.steps.flatMap((step) => {
      if (!keys.has(step.key)) return [];
      return step.kind === 'write' ? [step.write.label] : step.kind === 'produce' ? [step.produce.label] : [];
    });
  };

  it('are those between its begin and its end', () => {
    const charge = 'await bank.charge({});';
    assert.deepEqual(inside(`${charge} ${BEGIN} ${SEND} ${OFFSETS} ${COMMIT}`), ['transaction.send']);
    assert.deepEqual(inside(`${BEGIN} ${charge} ${COMMIT}`), ['bank.charge']);
    assert.deepEqual(inside(`${BEGIN} ${COMMIT} ${charge}`), []);
    assert.deepEqual(inside(`${BEGIN} await transaction.abort(); ${charge}`), []);
    assert.deepEqual(inside(`if (topic) { ${BEGIN} } ${charge}`), ['bank.charge']);
  });
});

describe('offset commits by hand', () => {
  const beside = (body: string): readonly [commits: number, beside: number] => {
    const audit = audited(body);
    return [audit.offsetCommits.length, audit.beside.size];
  };

  it('are beside a transaction when some path has both, in either order', () => {
    assert.deepEqual(beside(BY_HAND), [1, 0]);
    assert.deepEqual(beside(`${BEGIN} ${OFFSETS} ${COMMIT} ${BY_HAND}`), [1, 1]);
    assert.deepEqual(beside(`${BY_HAND} ${BEGIN} ${OFFSETS} ${COMMIT}`), [1, 1]);
  });

  it('are not beside one that another path begins', () => {
    assert.deepEqual(beside(`if (topic) { ${BEGIN} ${OFFSETS} ${COMMIT} } else { ${BY_HAND} }`), [1, 0]);
  });
});
