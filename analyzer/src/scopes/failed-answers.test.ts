import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';

interface Case {
  readonly title: string;
  readonly top?: string;
  readonly body: string;
  /** The code of the answers that only a failure gives, then of those that say another one once more. */
  readonly caught: readonly string[];
  readonly repeated?: readonly string[];
}

const SAVE = 'async function save() { try { await bank.charge({}); return true; } catch { return false; } }';

const cases: readonly Case[] = [
  {
    title: 'an answer in a catch',
    top: SAVE,
    body: 'if (await save()) await database.find("x", {});',
    caught: ['false'],
  },
  {
    title: 'an answer behind a catch, where what is tried returns',
    top: 'async function save() { try { await bank.charge({}); return true; } catch {} return false; }',
    body: 'if (await save()) await database.find("x", {});',
    caught: ['false'],
  },
  {
    title: 'no answer that is given as well when nothing fails',
    top: 'async function save() { try { await bank.charge({}); } catch {} return false; }',
    body: 'if (await save()) await database.find("x", {});',
    caught: [],
  },
  {
    title: 'a handler of a promise',
    body: 'if (await bank.charge({}).then(() => true, () => false)) await database.find("x", {});',
    caught: ['false'],
  },
  {
    title: 'an answer that is given on',
    top: `${SAVE} async function keep() { return await save(); }`,
    body: 'if (await keep()) await database.find("x", {});',
    caught: ['false'],
    repeated: ['await save()'],
  },
  {
    title: 'a word, asked for behind another function',
    top: `async function save() { try { await bank.charge({}); return "saved"; } catch { return "failed"; } }
      async function keep() { const answer = await save(); return answer; }`,
    body: 'if ((await keep()) === "saved") await database.find("x", {});',
    caught: ['"failed"'],
  },
  {
    title: 'a flag that is set in a catch',
    body: 'let failed = false; try { await bank.charge({}); } catch { failed = true; } if (failed) return; await database.find("x", {});',
    caught: ['failed'],
  },
];

describe('answers that only a failure gives', () => {
  for (const { title, top = '', body, caught, repeated = [] } of cases) {
    it(title, () => {
      const { graph, conditions } = unitOf(handlerFile(body, top));
      const texts = (ids: Iterable<number>): readonly (string | undefined)[] => [
        ...new Set([...ids].map((id) => graph.steps[id]?.node.getText())),
      ];
      assert.deepEqual(texts(conditions.answers.caught), caught);
      assert.deepEqual(texts(conditions.answers.repeated.keys()), repeated);
    });
  }
});
