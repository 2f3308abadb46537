import assert from 'node:assert/strict';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { parkedWork } from './parked.ts';

describe('promises that are kept in a collection', () => {
  const cases: readonly (readonly [what: string, parked: boolean, body: string, around?: string])[] = [
    ['put as they are', true, 'kept.add(send());'],
    ['put with a chain behind them', true, 'kept.add(send().catch(() => 0));'],
    ['put by a name', true, 'const job = send(); kept.add(job);'],
    ['forgotten when they are done', true, 'const job = send(); kept.add(job); job.finally(() => kept.delete(job));'],
    ['put and awaited', false, 'const job = send(); kept.add(job); await job;'],
    ['put and returned', false, 'const job = send(); kept.add(job); return job;'],
    ['put into what the function makes', false, 'const own = new Set(); own.add(send());'],
    ['put into something else than a collection', false, 'sink.add(send());'],
    ['awaited there', false, 'kept.add(send()); await Promise.all(kept);'],
    [
      'awaited by a function that is called there',
      false,
      'kept.add(send()); await drain();',
      'const drain = () => Promise.all([...kept]);',
    ],
    [
      'awaited by nobody on the way',
      true,
      'kept.add(send());',
      'export async function stop() { for (const job of kept) await job; }',
    ],
    ['awaited when the process stops', true, 'kept.add(send());', 'process.on("SIGTERM", () => Promise.all(kept));'],
    ['handed on', false, 'kept.add(send());', 'export const all = () => kept;'],
    ['handed on in an object', false, 'kept.add(send());', 'export const state = { kept };'],
    ['exported', false, 'kept.add(send());', 'export { kept };'],
  ];
  for (const [what, parked, body, around = ''] of cases) {
    it(`${what}: ${parked ? 'nobody waits' : 'somebody may wait'}`, () => {
      const knowledge = knowledgeOf(`import 'some-kafka'; ${around}
        declare const sink: { add(job: unknown): void }; declare const process: any;
        const kept = new Set<Promise<void>>(); declare function send(): Promise<void>;
        export async function handle() { ${body} }`);
      const call = onlyCall(knowledge, 'send');
      assert.equal(parkedWork(knowledge, call, undefined) !== undefined, parked);
    });
  }
});
