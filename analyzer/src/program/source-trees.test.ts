import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from '../typescript.ts';
import { filePartOf, type FilePart } from './file-part.ts';
import { eachNode, nodesIn } from './nodes-in.ts';
import { parseOptions } from './parse-source.ts';
import { programOptions } from './program-options.ts';
import { openSourceTrees } from './source-trees.ts';

const service = `
  import { Kafka } from 'somekafka';
  /** Pays. */
  export class Service {
    constructor(private readonly kafka: Kafka) {}
    @Handles('pay') async pay(id: string) {
      await this.kafka.send(id);
      await this.kafka.run({ each: async () => { await one(); } });
    }
    /** Ships. */
    async ship(id: string): Promise<void> {
      await this.kafka.send(id);
    }
  }
  export const handlers = {
    first: async (): Promise<void> => {
      done();
    }, /** Second. */ second(): void { done(); },
  };
  export function other() {
    done();
  }
`;

/** Types in a text and says which parts stand: functions by their name, and the frame. */
function standing(before: string, now: string): readonly string[] {
  const trees = openSourceTrees();
  trees.parse('/a.ts', '');
  const old = new Set(partsOf(trees.parse('/a.ts', before)).map(([, part]) => part));
  return partsOf(trees.parse('/a.ts', now)).flatMap(([name, part]) => (old.has(part) ? [name] : []));
}

function partsOf(tree: ts.SourceFile): readonly (readonly [name: string, part: FilePart])[] {
  const blocks = nodesIn(tree, ts.isBlock).filter(({ parent }) => ts.isMethodDeclaration(parent) || isNamed(parent));
  return [['frame', filePartOf(tree)], ...blocks.map((body) => [nameOf(body.parent), filePartOf(body)] as const)];
}

function isNamed(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isPropertyAssignment(node.parent);
}

function nameOf(fn: ts.Node): string {
  const named = ts.isArrowFunction(fn) ? fn.parent : fn;
  return 'name' in named ? (named.name as ts.Node).getText() : '';
}

describe('the trees of sources', () => {
  it('are the same for the same text', () => {
    const trees = openSourceTrees();
    assert.equal(trees.parse('/a.ts', service), trees.parse('/a.ts', service));
    assert.notEqual(trees.parse('/a.ts', service), trees.parse('/b.ts', service));
  });

  it('belong to nobody else', () => {
    const [first, second] = [openSourceTrees(), openSourceTrees()];
    assert.notEqual(first.parse('/a.ts', service), second.parse('/a.ts', service));
  });

  const all = ['frame', 'other', 'second', 'first', 'ship', 'pay', 'each'];
  const but = (...names: readonly string[]): readonly string[] => all.filter((name) => !names.includes(name));

  it('keep all but the outermost function that somebody types in', () => {
    assert.deepEqual(standing(service, service.replace('one()', 'two(1)')), but('pay', 'each'));
    assert.deepEqual(standing(service, service.replace('send(id)', 'send(id, 1)')), but('pay', 'each'));
    assert.deepEqual(standing(service, service.replace('      done();\n', '      done(1);\n')), but('first'));
    assert.deepEqual(standing(service, service.replace('{\n    done()', '{\n    done(1)')), but('other'));
  });

  it('keep no function that answers with the call in which somebody types', () => {
    const text = "import './b';\nconst answer = () => run(() => {\n  done();\n});\n";
    const trees = openSourceTrees();
    const outermost = (tree: ts.SourceFile): ts.Node | undefined => nodesIn(tree, ts.isArrowFunction)[0]?.body;
    const before = outermost(trees.parse('/a.ts', text));
    const now = outermost(trees.parse('/a.ts', text.replace('done()', 'done(1)')));
    assert.notEqual(now, before);
  });

  it('keep nothing in its place that others may see otherwise, or that has moved', () => {
    assert.equal(standing(service, service.replace('pay(id', 'paid(id')).includes('frame'), false);
    assert.equal(standing(service, service.replace('send(id);', 'send(id);\n')).includes('frame'), false);
    assert.equal(standing(service, service.replace('{ done(); }', '{ done(1); }')).includes('frame'), false);
    assert.equal(standing(service, service.replace('{\n    done()', '{\n    return done()')).includes('frame'), false);
  });

  it('say of a function that has no end any more what they say of one that never had', () => {
    const text = "import './b';\nfunction find(at: string) {\n  if (at) return at;\n  // nothing\n}\nfind;\n";
    const trees = openSourceTrees();
    const typeIn = (source: string): string => typeOf(trees.parse('/a.ts', source), 'find');
    assert.equal(typeIn(text), '(at: string) => string | undefined');
    assert.equal(typeIn(text.replace('// nothing', 'throw at;')), '(at: string) => string');
    assert.equal(typeIn(text), '(at: string) => string | undefined');
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
    const edit = fc.record({ at: fc.nat(900), drop: fc.nat(20), put: fc.constantFrom('', ...pieces) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const trees = openSourceTrees();
        let text = service;
        trees.parse('/a.ts', '');
        trees.parse('/a.ts', text);
        for (const { at, drop, put } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + drop);
          const anew = ts.createSourceFile('/a.ts', text, parseOptions, true);
          assert.deepEqual(shapeOf(trees.parse('/a.ts', text)), shapeOf(anew));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What the compiler takes a function of a file to be. */
function typeOf(tree: ts.SourceFile, name: string): string {
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(programOptions),
    getSourceFile: (path) => (path === tree.fileName ? tree : undefined),
    getCurrentDirectory: () => '/',
  };
  const checker = ts.createProgram({ rootNames: [tree.fileName], options: programOptions, host }).getTypeChecker();
  const [fn] = nodesIn(tree, ts.isFunctionDeclaration).filter((at) => at.name?.text === name);
  return fn === undefined ? '' : checker.typeToString(checker.getTypeAtLocation(fn));
}

/** Every node, what is written into it, and where it hangs. */
function shapeOf(tree: ts.SourceFile): readonly string[] {
  const shape: string[] = [];
  eachNode(tree, (node) => {
    const { kind, pos, end } = node;
    // The others are the parser's own notes, taken when it looks; of tokens it says where it tried them first, and of what
    // stands at the top of a file, whether it has read it once more to see an `await` there.
    const isToken = kind <= ts.SyntaxKind.LastToken;
    const noted = (ts.NodeFlags.ContextFlags & ~ts.NodeFlags.AwaitContext) | ts.NodeFlags.BlockScoped;
    const flags = isToken ? 0 : node.flags & noted;
    const above = ts.isSourceFile(node) ? '' : `${ts.SyntaxKind[node.parent.kind]} ${String(node.parent.pos)}`;
    const comments = ts
      .getJSDocCommentsAndTags(node)
      .map((comment) => `${String(comment.pos)} ${comment.getText(tree)}`);
    const lists = Object.values(node).flatMap((value: unknown) =>
      Array.isArray(value) && 'pos' in value && 'end' in value ? [`${String(value.pos)}-${String(value.end)}`] : [],
    );
    shape.push([ts.SyntaxKind[kind], pos, end, flags, above, ...lists, ...comments].join(' '));
  });
  return shape;
}
