import assert from 'node:assert/strict';
import { analyze } from './analyze.ts';
import type { ClientProfile } from './facts/client-profile.ts';
import type { LibraryStub } from './facts/library-stub.ts';
import { createMemoryHost } from './program/memory-host.ts';
import { kafkaStub, testStubs } from './testing/library-stubs.ts';
import { someClient } from './testing/some-client.ts';

describe('two releases of a library in one workspace', () => {
  const older: ClientProfile = { ...someClient, autoCommitMoves: 'at-fetch' };
  const stub: LibraryStub = {
    ...kafkaStub,
    profiles: new Map([
      [2, someClient],
      [1, older],
    ]),
  };
  const handler = `
    import { Kafka } from 'some-kafka';
    import { Bank } from 'some-sinks';
    const bank = new Bank();
    await new Kafka().consumer({ groupId: 'orders' }).run({ eachMessage: async () => { await bank.charge({}); } });`;
  const asking = JSON.stringify({ dependencies: { 'some-kafka': '*' } });
  const files = {
    'old/package.json': asking,
    'old/main.ts': handler,
    'new/package.json': asking,
    'new/main.ts': handler,
    'package-lock.json': JSON.stringify({
      packages: {
        'node_modules/some-kafka': { version: '2.0.1' },
        'old/node_modules/some-kafka': { version: '1.9.0' },
      },
    }),
  };

  it('is judged by what each of them does', () => {
    const host = createMemoryHost(files);
    const libraries = testStubs.map((each) => (each === kafkaStub ? stub : each));
    const { units, notices } = analyze({ host, paths: [host.root], libraries, includeTests: false, maxStates: 1000 });
    const verdicts = units.flatMap(({ effects }) =>
      effects.map(({ effect, verdict }) => `${effect.place.file} ${verdict.guarantee}`),
    );
    assert.deepEqual(verdicts, ['new/main.ts at-least-once', 'old/main.ts none']);
    assert.deepEqual(notices, []);
  });
});
