import assert from 'node:assert/strict';
import { createMemoryHost } from './memory-host.ts';
import { openReleases } from './releases.ts';

type Files = Readonly<Record<string, unknown>>;

function said(files: Files, file = '/w/src/main.ts', name = 'kafkajs'): string | undefined {
  const texts = Object.entries(files).flatMap(([path, content]) =>
    content === undefined ? [] : [[path, typeof content === 'string' ? content : JSON.stringify(content)] as const],
  );
  const release = openReleases(createMemoryHost(Object.fromEntries(texts), '/w'))(name, file);
  return release && `${String(release.major)}: ${release.version} in ${release.saidBy}`;
}

const asking = (range: string): object => ({ dependencies: { kafkajs: range } });

describe('the release of a package', () => {
  it('is what npm has locked, for this package of the workspace before the others', () => {
    const lock = {
      packages: {
        'node_modules/kafkajs': { version: '2.2.4' },
        'services/old/node_modules/kafkajs': { version: '1.16.0' },
      },
    };
    const files = {
      '/w/package-lock.json': lock,
      '/w/services/old/package.json': asking('^1.15.0'),
      '/w/services/new/package.json': asking('^2.0.0'),
    };
    assert.equal(said(files, '/w/services/old/src/main.ts'), '1: 1.16.0 in /w/package-lock.json');
    assert.equal(said(files, '/w/services/new/src/main.ts'), '2: 2.2.4 in /w/package-lock.json');
  });

  it('is what older locks of npm say', () => {
    const files = {
      '/w/package.json': asking('*'),
      '/w/package-lock.json': { dependencies: { kafkajs: { version: '1.12.0' } } },
    };
    assert.equal(said(files), '1: 1.12.0 in /w/package-lock.json');
  });

  it('is what pnpm has locked for the folder', () => {
    const lock = [
      `lockfileVersion: '9.0'`,
      'importers:',
      '  services/orders:',
      '    dependencies:',
      `      '@nestjs/microservices':`,
      '        specifier: ^10.0.0',
      '        version: 10.4.22(rxjs@7.8.1)',
      'packages:',
      '  : not even YAML',
    ].join('\n');
    const files = {
      '/w/pnpm-lock.yaml': lock,
      '/w/services/orders/package.json': { dependencies: { '@nestjs/microservices': '^10.0.0' } },
    };
    const found = said(files, '/w/services/orders/src/main.ts', '@nestjs/microservices');
    assert.equal(found, '10: 10.4.22 in /w/pnpm-lock.yaml');
  });

  it('is what yarn has locked, in either form', () => {
    const classic = 'kafkajs@^1.15.0, kafkajs@^1.16.0:\n  version "1.16.0"\n\nkafkajs@^2.0.0:\n  version "2.2.4"\n';
    const berry = '"kafkajs@npm:^2.0.0":\n  version: 2.2.4\n  resolution: "kafkajs@npm:2.2.4"\n';
    assert.equal(said({ '/w/package.json': asking('^1.16.0'), '/w/yarn.lock': classic }), '1: 1.16.0 in /w/yarn.lock');
    assert.equal(said({ '/w/package.json': asking('^2.0.0'), '/w/yarn.lock': berry }), '2: 2.2.4 in /w/yarn.lock');
  });

  it('is the least that the range allows where nothing is locked, or the lock cannot be read', () => {
    for (const lock of [undefined, '{', '{}']) {
      const files = { '/w/package.json': asking('^2.1.0'), '/w/package-lock.json': lock };
      assert.equal(said(files), '2: ^2.1.0 in /w/package.json');
    }
  });

  it('is not known where nobody asks for the package, or by a name only', () => {
    assert.equal(said({ '/w/package.json': { dependencies: { pg: '8' } } }), undefined);
    assert.equal(said({ '/w/package.json': asking('latest') }), undefined);
    assert.equal(said({ '/w/package.json': '{' }), undefined);
  });
});
