import assert from 'node:assert/strict';
import { inspected, knowledgeOf } from '../testing/workspace-of.ts';
import { whenRejected } from './when-rejected.ts';

const cases: readonly (readonly [condition: string, says: boolean | undefined])[] = [
  ['first.status === "fulfilled"', false],
  ['first.status !== "fulfilled"', true],
  ['results[0].status === "rejected"', true],
  ['!(first.status === "rejected")', false],
  ['results.every((r) => r.status === "fulfilled")', false],
  ['results.some((r) => r.status === "rejected")', true],
  ['results.some((r) => r.status === "fulfilled")', undefined],
  ['results.filter((r) => r.status === "rejected").length > 0', true],
  ['results.filter((r) => r.status === "rejected").length === 0', false],
  ['failed.length', true],
  ['failed.length !== 0', true],
  ['results.find((r) => r.status === "rejected")', true],
  ['first.status === "paid"', undefined],
  ['results.length > 0', undefined],
];

describe('a condition on settled results', () => {
  for (const [condition, says] of cases) {
    it(`${condition} is ${String(says)} when one is a rejection`, () => {
      const knowledge = knowledgeOf(`
        import 'some-kafka';
        declare function save(): Promise<void>;
        const results: any[] = await Promise.allSettled([save()]);
        const [first] = results;
        const failed = results.filter((r) => r.status === "rejected");
        inspect(${condition});
      `);
      assert.equal(whenRejected(knowledge, inspected(knowledge).node), says);
    });
  }
});
