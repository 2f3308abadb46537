import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from '../typescript.ts';
import { flowOf } from './build-flow.ts';
import { successors } from './edges.ts';
import type { FlowGraph, FlowOwner, NodeId } from './flow-graph.ts';
import { printFlow } from './print-flow.ts';

describe('laws of flow graphs', () => {
  it('hold for generated functions', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (body) => {
        const text = `async function* f({ a = b() } = c()) { outer: for (;;) { ${body.join('\n')} } }\n${body.join('\n')}`;
        checkText(text);
      }),
      { numRuns: 300 },
    );
  });

  it('hold for broken sources', () => {
    const cut = fc.tuple(
      fc.nat(),
      fc.nat(10),
      fc.constantFrom('', ')', '}', '(', '`${', '?.', 'case', '=>', '...', '['),
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 3 }), fc.array(cut, { maxLength: 4 }), (body, cuts) => {
        checkText(cuts.reduce(damage, `function f() { ${body.join('\n')} }`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('hold for tokens in any order', () => {
    const tokens = fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 });
    fc.assert(
      fc.property(tokens, (soup) => {
        checkText(soup.join(' '));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reach every call that no jump skips', () => {
    fc.assert(
      fc.property(straightLine, (text) => {
        const file = parse(text);
        const calls = flowOf(file).nodes.filter(({ kind }) => kind === 'call');
        assert.equal(new Set(calls.map((node) => (node.kind === 'call' ? node.call : node))).size, countCalls(file));
      }),
    );
  });
});

const { statement } = fc.letrec<{ expression: string; statement: string; block: string }>((tie) => {
  const one = tie('expression');
  const inside = tie('statement');
  const block = tie('block');
  const fill = (template: string, ...holes: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...holes).map((parts) => parts.reduce((text, part) => text.replace('#', () => part), template));
  return {
    block: fc.array(inside, { maxLength: 3 }).map((list) => `{ ${list.join('\n')} }`),
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      fc.constantFrom('a', 'b.c', 'f()', 'true', '1', 'o[k]', 'this', 'null', '() => f()', 'class {}', 'new X'),
      ...['await (#)', '!(#)', 'f(#)', '(#).g()', 'void (#)', 'o[#] = 1', '(async () => #)()', '(#)?.x[y()]'].map((t) =>
        fill(t, one),
      ),
      ...['(#) && (#)', '(#) || (#)', '(#) ?? (#)', '(#), (#)', '(#) in (#)', 'a ??= (#) + (#)', '[#, #]'].map((t) =>
        fill(`(${t})`, one, one),
      ),
      ...[
        'Promise.all([#, #])',
        'Promise.race([#, ...#])',
        'Promise.any([#, #])',
        '(#).then(#)',
        '(#)?.finally(#)',
      ].map((t) => fill(t, one, one)),
      fill('(# ? # : #)', one, one, one),
      fill('Promise.allSettled(#).catch((e) => #)', one, one),
    ),
    statement: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'statement' },
      fc.constantFrom('f();', 'return;', 'break;', 'continue;', 'break outer;', 'continue outer;', ';', 'yield 1;'),
      ...['# ;', 'return #;', 'throw #;', 'const v = #;', 'const { p = #, q: [r] } = s;', 'await using u = #;'].map(
        (t) => fill(t.replace('#', '(#)'), one),
      ),
      ...['if (#) #', 'while (#) #', 'for (const x of #) #', 'for (const k in (#)) #', 'for (; (#); ) #'].map((t) =>
        fill(t, one, block),
      ),
      fill('do # while (#);', block, one),
      fill('if (#) # else #', one, block, block),
      fill('outer: #', block),
      fill('switch (#) { case #: # default: # case 2: # break; }', one, one, inside, inside, inside),
      fill('try # catch (e) #', block, block),
      fill('try # finally #', block, block),
      fill('try # catch { # } finally #', block, inside, block),
    ),
  };
});

/** Code without jumps, functions and constants: whatever it calls can be reached. */
const straightLine = fc
  .array(
    fc.constantFrom('f(#)', 'a && #', '# ?? f()', 'x = #', 'c ? # : f()', 'await #', '[#, f()]', 'o?.p(#)', '`${#}`'),
  )
  .map((layers) => `${layers.reduce((inner, layer) => layer.replace('#', () => `(${inner})`), 'f()')};`);

const TOKENS = [
  ...['if', 'else', 'for', 'of', 'in', 'while', 'do', 'switch', 'case', 'default', 'break', 'continue', 'return'],
  ...['throw', 'try', 'catch', 'finally', 'function', 'class', 'extends', 'async', 'await', 'yield', 'using', 'new'],
  ...['{', '}', '(', ')', '[', ']', '?.', '.', ',', ';', ':', '?', '=>', '=', '??=', '&&', '...', '!', '`', '${', '<'],
  ...[
    'a',
    'f()',
    'Promise.all(',
    '.then(',
    '.catch()',
    '1',
    "'text'",
    'namespace',
    'enum',
    'import',
    'export',
    '@',
    'L:',
  ],
];

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('laws.ts', text, ts.ScriptTarget.Latest, true);
}

function damage(text: string, [at, length, insert]: readonly [number, number, string]): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + length);
}

function countCalls(node: ts.Node): number {
  let count = ts.isCallExpression(node) ? 1 : 0;
  ts.forEachChild(node, (child) => {
    count += countCalls(child);
  });
  return count;
}

function checkText(text: string): void {
  const printed = ownersIn(parse(text)).map((owner) => checkGraph(flowOf(owner)));
  const again = ownersIn(parse(text)).map((owner) => printFlow(flowOf(owner)));
  assert.deepEqual(again, printed);
}

function ownersIn(file: ts.SourceFile): readonly FlowOwner[] {
  const owners: FlowOwner[] = [file];
  const visit = (node: ts.Node): void => {
    if (isOwner(node)) owners.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return owners;
}

function isOwner(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

function checkGraph(graph: FlowGraph): string {
  const { nodes, entry } = graph;
  assert.equal(graph.truncated, false, 'lowered completely');
  assert.equal(entry, 0);
  nodes.forEach((node, index) => {
    assert.equal(node.id, index);
    for (const next of successors(node)) assert.ok(nodes[next], `edge of ${node.kind} to ${next}`);
    if (node.kind === 'choice') assert.ok(node.next.length > 0, 'a choice has options');
    if (node.kind === 'repeat' && node.next !== undefined) assert.ok(nodes[node.next], 'exit of a loop');
  });
  const ending = reaching(graph, (id) => isEnd(graph, id));
  assert.deepEqual(
    nodes.map(({ id }) => id).filter((id) => !ending.has(id)),
    [],
    'every node leads to an end',
  );
  return printFlow(graph);
}

/** An exit, or the head of a loop that has none. */
function isEnd({ nodes }: FlowGraph, id: NodeId): boolean {
  const node = nodes[id];
  if (node === undefined) return false;
  return node.kind === 'return' || node.kind === 'throw' || (node.kind === 'repeat' && node.next === undefined);
}

/** The nodes from which one of the wanted ones can be reached. */
function reaching({ nodes }: FlowGraph, wanted: (id: NodeId) => boolean): ReadonlySet<NodeId> {
  const before = new Map<NodeId, NodeId[]>();
  for (const node of nodes) {
    for (const next of successors(node)) {
      const list = before.get(next) ?? [];
      list.push(node.id);
      before.set(next, list);
    }
  }
  const found = new Set(nodes.map(({ id }) => id).filter(wanted));
  for (const id of found) for (const previous of before.get(id) ?? []) found.add(previous);
  return found;
}
