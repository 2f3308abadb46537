import assert from 'node:assert/strict';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { returnedExpressions } from '../recognize/function-node.ts';
import { questionsOf } from './questions.ts';

/** How many conditions ask for what `save()` gives, and what they hear from each of its returns. */
interface Case {
  readonly title: string;
  readonly save: string;
  readonly asking: string;
  readonly told: readonly string[];
}

const WORDS = 'async function save() { try { await run(); return "saved"; } catch { return "failed"; } }';

const cases: readonly Case[] = [
  { title: 'a comparison', save: WORDS, asking: 'if ((await save()) === "saved") done();', told: ['true false'] },
  {
    title: 'each condition that asks',
    save: WORDS,
    asking: 'const a = await save(); if (a === "failed") return; if (a !== "saved") throw new Error(a);',
    told: ['false true', 'false true'],
  },
  {
    title: 'the cases of a switch',
    save: WORDS,
    asking: 'switch (await save()) { case "failed": return; default: done(); }',
    told: ['false true'],
  },
  {
    title: 'a comparison that is given as an answer',
    save: WORDS,
    asking: 'return (await save()) === "saved";',
    told: ['true false'],
  },
  {
    title: 'none of an answer that nobody looks at',
    save: WORDS,
    asking: 'await save(); if (done()) return;',
    told: [],
  },
  {
    title: 'none that asks for something else',
    save: WORDS,
    asking: 'const a = await save(); if (done()) log(a);',
    told: [],
  },
  {
    title: 'none where nothing is caught',
    save: 'async function save() { await run(); return "saved"; }',
    asking: 'if ((await save()) === "saved") done();',
    told: [],
  },
  {
    title: 'what another function answers that catches',
    save: `async function own() { try { await run(); return { ok: true }; } catch { return { ok: false }; } }
      async function save() { const answer = await own(); return answer; }`,
    asking: 'const { ok } = await save(); if (!ok) return; done();',
    told: ['unknown'],
  },
];

describe('questions behind a call', () => {
  for (const { title, save, asking, told } of cases) {
    it(title, () => {
      const knowledge = knowledgeOf(`
        import 'some-kafka';
        declare function run(): Promise<void>; declare function done(): boolean; declare function log(a: any): void;
        ${save}
        async function handle() { ${asking} }
      `);
      const call = onlyCall(knowledge, 'save');
      const [answering] = knowledge.calleesOf(call, undefined).functions;
      assert.ok(answering, 'nobody answers');
      const questions = questionsOf(knowledge, call, undefined, answering.fn);
      const heard = questions.map(({ truthOf }) =>
        returnedExpressions(answering.fn)
          .map((value) => String(truthOf(value) ?? 'unknown'))
          .join(' '),
      );
      assert.deepEqual(heard, told);
    });
  }
});
