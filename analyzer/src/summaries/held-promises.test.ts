import assert from 'node:assert/strict';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { chainAround } from './detached.ts';
import { HeldPromises } from './held-promises.ts';

describe('promises that are kept until somebody waits for them', () => {
  const cases: readonly (readonly [what: string, followed: boolean, body: string, around?: string])[] = [
    ['in a variable', true, 'const job = send(); other(); await job;'],
    ['in a join', true, 'const job = send(); await Promise.all([job, other()]);'],
    ['in a list', true, 'const jobs = []; jobs.push(send()); await Promise.all(jobs);'],
    ['in a list that is copied', true, 'const jobs = []; jobs.push(send()); await Promise.all(Array.from(jobs));'],
    ['of a mapped list', true, 'const jobs = [1].map(() => other()); const job = send(); await Promise.all([job]);'],
    ['in a set of the module', true, 'kept.add(send()); await Promise.all([...kept]);'],
    ['by a name', true, 'const job = send(); kept.add(job); await Promise.all(kept);'],
    [
      'with a chain',
      true,
      'const job = send().finally(() => kept.delete(job)); kept.add(job); await Promise.all(kept);',
    ],
    ['one after the other', true, 'kept.add(send()); for (const job of kept) await job;'],
    [
      'waited for elsewhere',
      true,
      'kept.add(send()); await drain();',
      'const drain = async () => { await Promise.all(kept); };',
    ],
    ['with a chain behind the join', true, 'kept.add(send()); await Promise.all(kept).catch(() => 0);'],
    ['whose results nobody reads', true, 'kept.add(send()); await Promise.allSettled(kept);'],
    ['whose results somebody reads', false, 'kept.add(send()); const all = await Promise.allSettled(kept); look(all);'],
    [
      'that are rescued one by one',
      false,
      'kept.add(send()); await Promise.all([...kept].map((job) => job.catch(() => 0)));',
    ],
    ['rescued in a loop', false, 'kept.add(send()); for (const job of kept) await job.catch(() => 0);'],
    ['of which the first one counts', false, 'kept.add(send()); await Promise.race(kept);'],
    ['that somebody returns', false, 'const job = send(); return job;'],
    ['that are handed on', false, 'const job = send(); look(job); await job;'],
    ['under a second name', false, 'const job = send(); const same = job; await job; look(same);'],
    ['in an object', false, 'const job = send(); look({ job }); await job;'],
    [
      'in a list that is exported',
      false,
      'open.add(send()); await Promise.all(open);',
      'export const open = new Set();',
    ],
    [
      'in a list that is handed on',
      false,
      'kept.add(send()); await Promise.all(kept);',
      'export const all = () => kept;',
    ],
    ['for which nobody waits', false, 'kept.add(send());'],
    ['put into two lists', false, 'const job = send(); kept.add(job); more.add(job); await Promise.all(kept);'],
  ];
  for (const [what, followed, body, around = ''] of cases) {
    it(`${what}: ${followed ? 'followed' : 'not followed'}`, () => {
      const knowledge = knowledgeOf(`import 'some-kafka'; ${around}
        declare function send(): Promise<void>; declare function other(): Promise<void>;
        declare function look(value: unknown): void;
        const kept = new Set<Promise<void>>(); const more = new Set<Promise<void>>();
        export async function handle() { ${body} }`);
      const call = onlyCall(knowledge, 'send');
      const slot = new HeldPromises(knowledge).slotOf(chainAround(call), undefined);
      assert.equal(slot !== undefined, followed);
    });
  }
});
