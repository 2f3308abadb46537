import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { libraryStubs } from './library-stubs.ts';
import { registry } from './registry.ts';

describe('libraryStubs', () => {
  it('answers each import with one stub, and has any number of stubs for the globals', () => {
    const specifiers = registry.map(({ specifier }) => specifier).filter((specifier) => specifier !== '*');
    assert.deepEqual(
      specifiers.filter((specifier, i) => specifiers.indexOf(specifier) !== i),
      [],
    );
  });

  it('is sorted by specifier, globals first', () => {
    const specifiers = libraryStubs().map(({ specifier }) => specifier);
    assert.deepEqual(specifiers, specifiers.toSorted());
    assert.equal(specifiers[0], '*');
  });

  it('reads the files once', () => {
    assert.equal(libraryStubs(), libraryStubs());
  });

  it('leaves no stub file unregistered', () => {
    const folder = new URL('../', import.meta.url);
    const files = ['kafka', 'sinks', 'platform'].flatMap((name) =>
      readdirSync(new URL(name, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.d.ts'))
        .map((file) => `${name}/${file.replaceAll('\\', '/')}`),
    );
    const registered = new Set(registry.map(({ file }) => file));
    assert.deepEqual(
      files.filter((file) => !registered.has(file)),
      [],
    );
  });

  it('gives equal names to equal texts, and absolute ones', () => {
    for (const stub of libraryStubs()) {
      assert.match(stub.fileName, /^\/@kafka-eos\/libraries\/[a-z0-9/-]+\.d\.ts$/);
      for (const other of libraryStubs()) assert.equal(stub.fileName === other.fileName, stub.text === other.text);
    }
  });

  it('names a package for everything but the platform', () => {
    for (const { specifier, packageName, role } of libraryStubs()) {
      if (role === 'platform') assert.equal(packageName, '');
      else assert.ok(specifier === packageName || specifier.startsWith(`${packageName}/`), specifier);
    }
  });

  it('answers a module of Node.js under both of its names', () => {
    const stubs = new Map(libraryStubs().map((stub) => [stub.specifier, stub]));
    for (const [specifier, stub] of stubs) {
      if (!specifier.startsWith('node:')) continue;
      assert.equal(stubs.get(specifier.slice('node:'.length))?.fileName, stub.fileName);
    }
  });
});
