import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from '../typescript.ts';
import { nodesIn } from './nodes-in.ts';
import { openSourceTrees } from './source-trees.ts';

const service = `
  import { Kafka } from 'somekafka';
  export class Service {
    constructor(private readonly kafka: Kafka) {}
    async pay(id: string): Promise<void> { await this.kafka.send(id); }
    async ship(id: string): Promise<void> { await this.kafka.send(id); }
  }
  export function other(): void { done(); }
`;

function functionsOf(tree: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const isNamed = (node: ts.Node): node is ts.MethodDeclaration | ts.FunctionDeclaration =>
    ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);
  return new Map(nodesIn(tree, isNamed).map((fn) => [fn.name?.getText(tree) ?? '', fn]));
}

describe('the trees of sources', () => {
  it('are the same for the same text', () => {
    const trees = openSourceTrees();
    assert.equal(trees.parse('/a.ts', service), trees.parse('/a.ts', service));
    assert.notEqual(trees.parse('/a.ts', service), trees.parse('/b.ts', service));
  });

  it('keep the functions that nobody types in', () => {
    const trees = openSourceTrees();
    const before = functionsOf(trees.parse('/a.ts', service));
    const now = functionsOf(trees.parse('/a.ts', service.replace('send(id)', 'send(id, 1)')));
    assert.deepEqual(
      [...now].filter(([name, fn]) => before.get(name) === fn).map(([name]) => name),
      ['other', 'ship'],
    );
    assert.equal(now.get('other')?.getText(), 'export function other(): void { done(); }');
  });

  it('belong to nobody else', () => {
    const [first, second] = [openSourceTrees(), openSourceTrees()];
    assert.notEqual(first.parse('/a.ts', service), second.parse('/a.ts', service));
  });

  it('are those of the text, whatever it was before', () => {
    const pieces = [
      '{',
      '}',
      '(',
      ')',
      '\n',
      ' ',
      'async ',
      'class A ',
      'x',
      '= `',
      '`',
      '//',
      '/*',
      '*/',
      '@d() ',
      ';',
    ];
    const edit = fc.record({ at: fc.nat(600), drop: fc.nat(30), put: fc.constantFrom('', ...pieces) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const trees = openSourceTrees();
        let text = service;
        trees.parse('/a.ts', text);
        for (const { at, drop, put } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + drop);
          assert.deepEqual(shapeOf(trees.parse('/a.ts', text)), shapeOf(openSourceTrees().parse('/a.ts', text)));
        }
      }),
    );
  });
});

function isAnything(node: ts.Node): node is ts.Node {
  return node.kind !== ts.SyntaxKind.Unknown;
}

function shapeOf(tree: ts.SourceFile): readonly string[] {
  return nodesIn(tree, isAnything).map(({ kind, pos, end }) => `${ts.SyntaxKind[kind]} ${String(pos)} ${String(end)}`);
}
