import assert from 'node:assert/strict';
import { countingHost, namesIn, sliceOf } from './slice-samples.test.ts';
import { createMemoryHost } from './memory-host.ts';
import type { Slice } from './slice.ts';

const monorepo = {
  'package.json': '{ "workspaces": ["packages/*", "services/*"] }',
  'packages/bus/package.json': '{ "name": "@acme/bus", "main": "dist/index.js" }',
  'packages/bus/src/index.ts': `export { listen } from './listen'; export const version = 1;`,
  'packages/bus/src/listen.ts': `import { Kafka } from 'somekafka';
    export const listen = (eachMessage) => new Kafka().consumer().run({ eachMessage });`,
  'packages/other/package.json': '{ "name": "@acme/other" }',
  'packages/other/index.ts': `import { Kafka } from 'somekafka'; export const kafka = new Kafka();`,
  'services/billing/package.json': '{ "name": "@acme/billing" }',
  'services/billing/src/main.ts': `import { listen } from '@acme/bus'; listen(async () => {});`,
  'services/mail/src/main.ts': `import { version } from '@acme/bus'; console.log(version);`,
  'services/stock/src/main.ts': `import { listen } from '../../../packages/bus/src/listen'; listen(async () => {});`,
  'services/plain/src/main.ts': `import { a } from './a'; a();`,
  'services/plain/src/a.ts': `export const a = () => 1;`,
};
const host = createMemoryHost(monorepo);

/** The slice of one service, as a workspace of its own unless it is a part of a larger one. */
function sliceOfService(name: string, root = `/workspace/services/${name}`): Slice {
  const paths = [`/workspace/services/${name}`];
  return sliceOf({ ...host, root }, { paths, outermost: '/workspace' });
}

const shared = ['packages/bus/src/index.ts', 'packages/bus/src/listen.ts'];

describe('scanShared', () => {
  for (const root of ['/workspace', '/workspace/services/billing']) {
    it(`finds the client in a package of the workspace, from ${root}`, () => {
      const slice = sliceOfService('billing', root);
      assert.deepEqual(namesIn(slice), [...shared, 'services/billing/src/main.ts']);
      assert.deepEqual(slice.clients, ['somekafka']);
    });
  }

  it('finds the client behind a relative import', () => {
    const names = namesIn(sliceOfService('stock'));
    assert.deepEqual(names, ['packages/bus/src/listen.ts', 'services/stock/src/main.ts']);
  });

  it('finds nothing for who uses something else of the same package', () => {
    assert.deepEqual(namesIn(sliceOfService('mail')), []);
  });

  it('stays inside for who did not say how far code is shared', () => {
    const slice = sliceOf({ ...host, root: '/workspace/services/stock' }, { paths: ['/workspace/services/stock'] });
    assert.deepEqual(namesIn(slice), []);
  });

  it('reads nothing outside for who imports nothing from there', () => {
    const counted = countingHost(host);
    sliceOf(counted.host, { paths: ['/workspace/services/plain'], outermost: '/workspace' });
    assert.deepEqual([...counted.reads.keys()].filter((path) => path.endsWith('.ts')).sort(), [
      '/workspace/services/plain/src/a.ts',
      '/workspace/services/plain/src/main.ts',
    ]);
  });
});
