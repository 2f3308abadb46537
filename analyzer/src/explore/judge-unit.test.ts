import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Guarantee } from '../facts/guarantee.ts';
import type { JudgedEffect } from '../facts/unit.ts';
import { analysisOf, handlerFile } from '../testing/workspace-of.ts';
import { weakest } from './judge-unit.ts';

/** A handler, and its effects with what they guarantee; a `|` separates the ways in which they go wrong. */
type Case = readonly [title: string, body: string, verdicts: Readonly<Record<string, string>>, top?: string];

const SEEN = 'const seen = new Set();';
const BEGIN = 'const transaction = await producer.transaction();';

const cases: readonly Case[] = [
  ['a plain payment', 'await bank.charge({});', { 'bank.charge': 'at-least-once duplicate' }],
  [
    'a keyed payment',
    'await bank.charge({}, { idempotencyKey: message.offset });',
    { 'bank.charge': 'effectively-once' },
  ],
  [
    'a payment with a key that changes',
    'await bank.charge({}, { idempotencyKey: v4() });',
    { 'bank.charge': 'at-least-once duplicate' },
  ],
  ['a payment with a key out of sight', 'await bank.charge({}, unseen(1));', { 'bank.charge': 'unknown' }],
  ['an upsert', 'await database.upsert("x", {});', { 'database.upsert': 'effectively-once' }],
  [
    'a payment whose failure is swallowed',
    'try { await bank.charge({}); } catch (e) { console.log(e); }',
    { 'bank.charge': 'none duplicate|lost-write' },
  ],
  [
    'an upsert whose failure is swallowed',
    'try { await database.upsert("x", {}); } catch (e) { console.log(e); }',
    { 'database.upsert': 'at-most-once lost-write' },
  ],
  [
    'a payment that only a failure leads to',
    'try { await database.upsert("x", {}); } catch { await bank.charge({}); }',
    { 'database.upsert': 'at-most-once lost-write', 'bank.charge': 'unknown' },
  ],
  [
    'a plain send',
    'await producer.send({ topic: "t", messages: [] });',
    { 'producer.send': 'at-least-once duplicate' },
  ],
  [
    'a send in a transaction without the offset',
    `${BEGIN} await transaction.send({ topic: "t", messages: [] }); await transaction.commit();`,
    { 'transaction.send': 'at-least-once aborted-read|duplicate|stuck' },
  ],
  [
    'a guard in memory',
    'if (seen.has(message.offset)) return; await bank.charge({}); seen.add(message.offset);',
    { 'bank.charge': 'at-least-once duplicate' },
    SEEN,
  ],
  [
    'a claim before the payment',
    'if (!(await database.claim("seen", {}))) return; await bank.charge({});',
    { 'database.claim': 'effectively-once', 'bank.charge': 'at-most-once lost-write' },
  ],
  [
    'a claim in the transaction of the insert',
    'await database.transaction(async (tx) => { if (!(await tx.claim("seen", {}))) return; await tx.insert("x", {}); });',
    { 'tx.claim': 'effectively-once', 'tx.insert': 'effectively-once' },
  ],
  [
    'a look-up before the payment, recorded after it',
    'if (await database.find("seen", {})) return; await bank.charge({}); await database.upsert("seen", {});',
    { 'bank.charge': 'at-least-once duplicate', 'database.upsert': 'effectively-once' },
  ],
];

describe('the verdict on an effect', () => {
  for (const [title, body, verdicts, top = ''] of cases) {
    it(`of ${title}`, () => {
      const found = judged(body, top).map((each): readonly [string, string] => [each.effect.label, shown(each)]);
      assert.deepEqual(Object.fromEntries(found), verdicts);
    });
  }

  it('names the guard, the transaction and the calls around the effect', () => {
    const top = `${SEEN} const pay = async () => { await bank.charge({}); };`;
    const body = `${BEGIN} if (seen.has(message.offset)) return; await pay(); seen.add(message.offset); await transaction.commit();`;
    const [charge] = judged(body, top);
    assert.ok(charge);
    assert.equal(charge.insideTransaction, true);
    assert.deepEqual(
      charge.guards.map(({ label }) => label),
      ['seen'],
    );
    assert.equal(charge.calls.length, 1);
  });

  it('of one call reached in two ways is the worse of the two, once', () => {
    const top = 'const pay = async (options: any) => { await bank.charge({}, options); };';
    const body = 'await pay({ idempotencyKey: message.offset }); await pay({});';
    const charges = judged(body, top);
    assert.equal(charges.length, 1);
    assert.equal(charges[0]?.verdict.guarantee, 'at-least-once');
  });

  it('tells how code behind a guard repeats the effect by itself', () => {
    const own = (work: string): boolean => {
      const body = `if (seen.has(message.offset)) return; ${work} seen.add(message.offset);`;
      return judged(body, SEEN)[0]?.ownRepeat !== undefined;
    };
    assert.equal(own('await bank.charge({});'), false);
    assert.equal(own('await retrying(async () => { await bank.charge({}); });'), true);
    assert.equal(own('for (;;) { try { await bank.charge({}); break; } catch {} }'), true);
  });

  it('tells of a crash, where a crash shows the same', () => {
    const [charge] = judged('await bank.charge({});');
    const trace = charge?.verdict.anomalies[0]?.trace ?? [];
    assert.match(trace.find(({ kind }) => kind === 'fault')?.message ?? '', /^the process crashes/);
  });
});

describe('the weakest of some guarantees', () => {
  const order: readonly Guarantee[] = ['exactly-once', 'effectively-once', 'at-most-once', 'at-least-once', 'none'];
  const some = fc.array(fc.constantFrom<Guarantee>(...order, 'unknown'), { maxLength: 6 });

  const isGood = (guarantee: Guarantee): boolean => guarantee === 'exactly-once' || guarantee === 'effectively-once';

  it('is one of them, and none that is known is weaker', () => {
    fc.assert(
      fc.property(some, (guarantees) => {
        const result = weakest(guarantees);
        if (guarantees.length === 0) assert.equal(result, 'exactly-once');
        else assert.ok(guarantees.includes(result));
        if (result !== 'unknown') assert.ok(guarantees.every((each) => order.indexOf(each) <= order.indexOf(result)));
      }),
    );
  });

  it('is not known where all that is known is good, and something is not', () => {
    fc.assert(
      fc.property(some, (guarantees) => {
        const isOpen = guarantees.includes('unknown') && guarantees.every((each) => each === 'unknown' || isGood(each));
        assert.equal(weakest(guarantees) === 'unknown', isOpen);
      }),
    );
  });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(some, (guarantees) => {
        assert.equal(weakest([...guarantees].reverse()), weakest(guarantees));
      }),
    );
  });
});

describe('one send of a wrapper', () => {
  it('goes to the topics of all its calls in the unit', () => {
    const top = 'const publish = (topic: string) => producer.send({ topic, messages: [] });';
    const topics = judged('await publish("a"); await publish("b");', top).flatMap(({ effect }) =>
      effect.kind === 'produce' ? [effect.topics] : [],
    );
    assert.deepEqual(topics, [['a', 'b']]);
  });
});

function judged(body: string, top = ''): readonly JudgedEffect[] {
  const { units, notices } = analysisOf(handlerFile(body, top));
  assert.deepEqual(notices, []);
  return units.flatMap(({ effects }) => effects);
}

function shown({ verdict }: JudgedEffect): string {
  const kinds = verdict.anomalies.map(({ kind }) => kind).sort();
  return `${verdict.guarantee} ${kinds.join('|')}`.trim();
}
