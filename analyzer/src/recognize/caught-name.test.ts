import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { inspected, knowledgeOf } from '../testing/workspace-of.ts';
import { isCaught } from './caught-name.ts';

const cases: readonly (readonly [code: string, caught: boolean])[] = [
  ['try { run(); } catch (error) { inspect(error); }', true],
  ['run().catch((error) => inspect(error));', true],
  ['run().then(() => undefined, function (error) { inspect(error); });', true],
  ['run().then((done) => inspect(done));', false],
  ['run().catch(() => [1].map((one) => inspect(one)));', false],
  ['run().catch((error, more = error) => inspect(more));', false],
  ['run().catch(({ code }) => inspect(code));', false],
  ['const told = (error: unknown) => inspect(error); run().catch(told); told(undefined);', false],
];

describe('a name for what was thrown', () => {
  for (const [code, caught] of cases) {
    it(`${caught ? 'is' : 'is not'} asked for in ${code}`, () => {
      const knowledge = knowledgeOf(`import 'some-kafka'; declare function run(): Promise<void>; ${code}`);
      const { node } = inspected(knowledge);
      assert.ok(ts.isIdentifier(node));
      assert.equal(isCaught(knowledge, node), caught);
    });
  }
});
