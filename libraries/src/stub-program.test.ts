import assert from 'node:assert/strict';
import ts from 'typescript';
import { importable, programOf } from './program-of-stubs.test.ts';

function complaints(program: ts.Program, inFile: (fileName: string) => boolean): readonly string[] {
  const everywhere = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  const perFile = program
    .getSourceFiles()
    .filter(({ fileName }) => inFile(fileName))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  return [...everywhere, ...perFile].map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName ?? ''}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** How a stub can be imported: by which names, and whether all of it can stand behind `* as`. */
interface Imports {
  readonly names: readonly string[];
  readonly asNamespace: boolean;
}

function importsOf(program: ts.Program, fileName: string): Imports {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(fileName);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) return { names: [], asNamespace: false };
  const target = (symbol: ts.Symbol): ts.Symbol =>
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const values = checker
    .getExportsOfModule(module)
    .filter((symbol) => (target(symbol).flags & ts.SymbolFlags.Value) !== 0);
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const namespaceLike = ts.SymbolFlags.Module | ts.SymbolFlags.Variable;
  return {
    names: values.map(({ name }) => name).filter((name) => !['default', 'prototype', 'export='].includes(name)),
    asNamespace: whole === undefined || (target(whole).flags & namespaceLike) !== 0,
  };
}

/** A file that imports all of a stub, and one that requires it. */
function importers(specifier: string, { names, asNamespace }: Imports): { readonly ts: string; readonly js: string } {
  const from = JSON.stringify(specifier);
  const list = names.map((name) => `${name} as $${name}`).join(', ');
  const pattern = names.map((name) => `${name}: $${name}`).join(', ');
  return {
    ts: [
      `import byDefault from ${from};`,
      asNamespace ? `import * as whole from ${from};` : '',
      `import { ${list} } from ${from};`,
      'export {};',
    ].join('\n'),
    js: [`const required = require(${from});`, `const { ${pattern} } = require(${from});`].join('\n'),
  };
}

function variables(program: ts.Program, fileName: string): ReadonlyMap<string, ts.Type> {
  const checker = program.getTypeChecker();
  const types = new Map<string, ts.Type>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportClause(node) && node.name !== undefined)
      types.set(node.name.text, checker.getTypeAtLocation(node.name));
    const named = ts.isNamespaceImport(node) || ts.isImportSpecifier(node) || ts.isBindingElement(node);
    if ((named || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name)) {
      types.set(node.name.text, checker.getTypeAtLocation(node.name));
    }
    ts.forEachChild(node, visit);
  };
  const file = program.getSourceFile(fileName);
  if (file !== undefined) visit(file);
  return types;
}

describe('the stubs as one program', () => {
  it('have nothing that the compiler complains about', () => {
    assert.deepEqual(
      complaints(programOf(new Map()), () => true),
      [],
    );
  });

  it('can be imported in every way, from TypeScript and from JavaScript', () => {
    const plain = programOf(new Map());
    const texts = new Map(
      importable.flatMap(({ specifier, fileName }, i): [string, string][] => {
        const files = importers(specifier, importsOf(plain, fileName));
        return [
          [`/w/${i}.ts`, files.ts],
          [`/w/${i}.js`, files.js],
        ];
      }),
    );
    const program = programOf(texts);
    assert.deepEqual(
      complaints(program, (fileName) => fileName.startsWith('/w/')),
      [],
    );
    importable.forEach(({ specifier }, i) => {
      for (const fileName of [`/w/${i}.ts`, `/w/${i}.js`]) {
        const types = variables(program, fileName);
        assert.ok(types.size > 0, specifier);
        const untyped = [...types].filter(([name, type]) => name !== '' && isError(type)).map(([name]) => name);
        assert.deepEqual(untyped, [], `${specifier} in ${fileName}`);
      }
    });
  });

  it('give what a package exports as a whole to `import x` and to `require` alike', () => {
    const callable = ['p-retry', 'p-limit', 'p-map', 'async-retry', 'cuid', 'lodash', 'node:assert'];
    const constructable = ['p-queue', 'bottleneck', 'opossum', 'lru-cache', 'node-cache', 'quick-lru', 'node:events'];
    const text = [...callable, ...constructable].map((name, i) => `import x${i} from '${name}';\nexport { x${i} };`);
    const script = [...callable, ...constructable].map((name, i) => `const x${i} = require('${name}');`);
    const program = programOf(
      new Map([
        ['/w/a.ts', text.join('\n')],
        ['/w/b.js', script.join('\n')],
      ]),
    );
    for (const fileName of ['/w/a.ts', '/w/b.js']) {
      const types = variables(program, fileName);
      callable.forEach((name, i) => {
        assert.ok(types.get(`x${i}`)?.getCallSignatures().length, name);
      });
      constructable.forEach((name, i) => {
        assert.ok(types.get(`x${callable.length + i}`)?.getConstructSignatures().length, name);
      });
    }
  });

  it('resolve members through the stand-in for the language', () => {
    const text = `
      import { Kafka, type EachMessagePayload } from 'kafkajs';
      const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'g' });
      await consumer.run({
        async eachMessage({ message, partition }: EachMessagePayload) {
          const body = JSON.parse(message.value?.toString() ?? '{}') as { ids: string[] };
          const seen = new Map<string, Set<number>>();
          for (const [i, id] of body.ids.entries()) seen.set(id.toUpperCase(), new Set([i, partition]));
          const [first, second] = await Promise.all([fetch('http://h'), Promise.resolve(1)] as const);
          const sizes = [...seen.values()].map((set) => set.size).reduce((a, b) => a + b, 0);
          const settled = await Promise.allSettled(body.ids.map(async (id) => id.length));
          for (const one of settled) if (one.status === 'fulfilled') one.value.toFixed();
          console.log(first.ok, second.toFixed(), sizes.toFixed(2), \`\${new Date().toISOString()}\`, process.env.HOME);
        },
      });
      async function* lines() { yield 1; }
      for await (const line of lines()) line.toFixed();
      export {};`;
    const program = programOf(new Map([['/w/a.ts', text]]));
    assert.deepEqual(
      complaints(program, (fileName) => fileName === '/w/a.ts'),
      [],
    );
  });
});

/** The compiler's answer to a name that leads nowhere; a declared `any` has another. */
function isError(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0 && 'intrinsicName' in type && type.intrinsicName === 'error';
}
