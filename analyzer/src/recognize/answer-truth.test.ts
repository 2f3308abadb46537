import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { inspected, knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { returnedExpressions } from './function-node.ts';
import { truthOf } from './answer-truth.ts';

/** What a condition says of what `save()` gives: `answer` is the body of a function, `asking` what stands ahead of it. */
interface Case {
  readonly answer: string;
  readonly asking?: string;
  readonly condition: string;
  readonly says: boolean | undefined;
}

const cases: readonly Case[] = [
  { answer: 'return false;', condition: 'await save()', says: false },
  { answer: 'return true;', condition: '!(await save())', says: false },
  { answer: 'return null;', asking: 'const row = await save();', condition: 'row', says: false },
  { answer: 'return {};', asking: 'const row = await save();', condition: 'row === null', says: false },
  { answer: 'return "failed";', asking: 'const a = await save();', condition: 'a === "saved"', says: false },
  { answer: 'return "failed";', asking: 'const a = await save();', condition: 'a !== "saved"', says: true },
  { answer: 'return { status: "failed" };', condition: '(await save()).status === "failed"', says: true },
  { answer: 'return { ok: false };', asking: 'const { ok } = await save();', condition: 'ok', says: false },
  { answer: 'return { ok: false };', asking: 'const { ok: fine } = await save();', condition: '!fine', says: true },
  { answer: 'return {};', asking: 'const a = await save();', condition: 'a.error === undefined', says: true },
  { answer: 'return { ...rest };', asking: 'const a = await save();', condition: 'a.error', says: undefined },
  { answer: 'return undefined;', asking: 'const a = await save();', condition: 'a?.ok', says: false },
  { answer: 'return FAILED;', asking: 'const a = await save();', condition: 'a === "failed"', says: true },
  {
    answer: 'try { run(); } catch (error) { return { error }; }',
    asking: 'const { error } = await save();',
    condition: 'error === undefined',
    says: false,
  },
  {
    answer: 'try { run(); } catch (error) { return { error }; }',
    asking: 'const a = await save();',
    condition: 'a.error',
    says: true,
  },
  {
    answer: 'return "failed";',
    asking: 'const saved = (await save()) === "saved";',
    condition: '!saved',
    says: true,
  },
  {
    answer: 'if (n) return "a"; return "b";',
    asking: 'const a = await save();',
    condition: 'a === "a"',
    says: undefined,
  },
  { answer: 'if (n) return "a"; return "b";', asking: 'const a = await save();', condition: 'a === "c"', says: false },
  { answer: 'return [false, 1];', asking: 'const [ok] = await save();', condition: 'ok', says: false },
  { answer: 'return [undefined];', asking: 'const [, error] = await save();', condition: 'error', says: false },
  { answer: 'return [...rest, 1];', asking: 'const [ok] = await save();', condition: 'ok', says: undefined },
  { answer: 'return {};', asking: 'const { ok = true } = await save();', condition: 'ok', says: true },
  { answer: 'return { ok: null };', asking: 'const { ok = true } = await save();', condition: 'ok', says: false },
  { answer: 'return [];', asking: 'const [a = "failed"] = await save();', condition: 'a === "failed"', says: true },
  {
    answer: 'return { ok: false };',
    asking: 'const a = await save(); a.ok = true;',
    condition: 'a.ok',
    says: undefined,
  },
  { answer: 'return [true];', asking: 'const a = await save();', condition: 'a[0]', says: true },
  { answer: 'return [true];', asking: 'const a = await save();', condition: 'a[n]', says: undefined },
  { answer: 'return { reason: n };', asking: 'const a = await save();', condition: "'reason' in a", says: true },
  { answer: 'return { ok: n };', asking: 'const a = await save();', condition: "'reason' in a", says: false },
  { answer: 'return { ...rest };', asking: 'const a = await save();', condition: "'reason' in a", says: undefined },
  { answer: 'return 0;', asking: 'const a = await save();', condition: 'a > 0', says: false },
  { answer: 'return 2;', asking: 'const a = await save();', condition: 'a <= 2', says: true },
  { answer: 'return n;', asking: 'const a = await save();', condition: 'a > 0', says: undefined },
  { answer: 'return {};', asking: 'const a = await save();', condition: 'a instanceof Error', says: false },
  { answer: 'return new Lost();', asking: 'const a = await save();', condition: 'a instanceof Lost', says: true },
  { answer: 'return new Lost();', asking: 'const a = await save();', condition: 'a instanceof Error', says: undefined },
  {
    answer: 'try { run(); } catch (error) { return error; }',
    asking: 'const a = await save();',
    condition: 'a instanceof Error',
    says: true,
  },
  { answer: 'return load();', asking: 'const a = await save();', condition: 'a.ok', says: undefined },
  { answer: 'return false;', asking: 'let a = await save(); a = true;', condition: 'a', says: undefined },
  { answer: 'return false;', asking: 'await save();', condition: 'load()', says: undefined },
];

describe('what a condition says of an answer', () => {
  for (const { answer, asking = '', condition, says } of cases) {
    it(`${answer} ${asking} ${condition}: ${String(says)}`, () => {
      const knowledge = knowledgeOf(`
        import 'some-kafka';
        const FAILED = "failed"; class Lost extends Error {}
        declare const n: number; declare const rest: object; declare function run(): void; declare function load(): any;
        async function save(): Promise<any> { ${answer} }
        ${asking}
        inspect(${condition});
      `);
      const call = onlyCall(knowledge, 'save');
      const [save] = knowledge.calleesOf(call, undefined).functions;
      assert.ok(save, 'nobody answers');
      const values = returnedExpressions(save.fn);
      assert.equal(truthOf(knowledge, inspected(knowledge).node, { calls: [call], values }), says);
    });
  }

  it('is a comparison where a case of a switch asks', () => {
    const knowledge = knowledgeOf(`
      import 'some-kafka';
      async function save() { return "failed"; }
      switch (await save()) { case "failed": break; case "saved": break; }
    `);
    const call = onlyCall(knowledge, 'save');
    const [save] = knowledge.calleesOf(call, undefined).functions;
    const asking = call.parent.parent;
    assert.ok(save !== undefined && ts.isSwitchStatement(asking));
    const values = returnedExpressions(save.fn);
    const says = asking.caseBlock.clauses.map((clause) =>
      ts.isCaseClause(clause) ? truthOf(knowledge, clause.expression, { calls: [call], values }) : undefined,
    );
    assert.deepEqual(says, [true, false]);
  });
});
