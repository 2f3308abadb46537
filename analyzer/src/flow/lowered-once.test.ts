import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from '../typescript.ts';
import { findNode, nodesIn } from '../program/nodes-in.ts';
import { openSourceTrees } from '../program/source-trees.ts';
import { syntaxErrorIn } from '../program/syntax-error.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import { flowOf } from './build-flow.ts';
import type { FlowGraph } from './flow-graph.ts';

/** Types one text after the other and says which functions, by what they call, have the graph that they had. */
function keeping(before: string, now: string, path = '/a.ts'): readonly string[] {
  const trees = openSourceTrees();
  trees.parse(path, '');
  const old = new Set(graphsOf(trees.parse(path, before)));
  return graphsOf(trees.parse(path, now)).flatMap((graph) => (old.has(graph) ? calledIn(graph) : []));
}

function graphsOf(tree: ts.SourceFile): readonly FlowGraph[] {
  return nodesIn(tree, isFunctionNode).map(flowOf).reverse();
}

function calledIn({ owner }: FlowGraph): string {
  return findNode(owner, ts.isCallExpression)?.expression.getText() ?? '';
}

const two = 'class A { one() { first(1); } two() { second(); } }';

describe('a function is lowered once', () => {
  it('while somebody types in another one', () => {
    assert.deepEqual(keeping(two, two.replace('first(1)', 'first(12)')), ['second']);
    assert.deepEqual(keeping(two, `// on top\n${two}`), ['first', 'second']);
  });

  it('also beside it in one call', () => {
    const beside =
      'async function main() { await all([run({ each: () => { first(1); } }), run(() => { second(); })]); }';
    assert.deepEqual(keeping(beside, beside.replace('first(1)', 'first(12)')), ['second']);
    assert.deepEqual(keeping(beside, beside.replace('second()', 'second(1)')), ['first']);
    assert.deepEqual(keeping(beside, beside.replace('[run(', '[0, run(')), ['first', 'second']);
  });

  const inner =
    'function main() { let done = false; run(() => { done = true; save(); }); const at = 1; other(at, () => {}); }';

  it('and again when what is around it asks for what it sets', () => {
    assert.deepEqual(keeping(inner, inner.replace('() => {}', '(a) => {}')), ['save']);
    assert.deepEqual(keeping(inner, inner.replace('() => {}', 'done && 1')), []);
  });

  it('and again when it comes to settle the promise around it', () => {
    const waiting = 'new Promise((done, fail) => { on(() => { work().then(done); }); const at = 1; listen(at, 1); });';
    assert.deepEqual(keeping(waiting, waiting.replace('(at, 1)', '(at, 2)')), ['work().then']);
    assert.deepEqual(keeping(waiting, waiting.replace('(done, fail)', '(ended, fail)')), []);
  });

  it('wherever somebody types', () => {
    const program = [
      'class A { async one() { for (const a of b) { await first(a); } } get two() { return second(() => { third(1); }); } }',
      'export const held = { four() { fourth(`${a}`); }, five: async (c = () => { fifth(); }) => { try { six(); } finally { seven(); } } };',
      'export const both = () => all([run(() => { eleven(3); }), run(() => { twelve(); })]);',
      'export const both = () => all([run(() => { eleven(3); }), run(() => { twelve(); })]);',
      'async function main() { await all([run({ each: async () => { eight(1); } }), run(() => { nine(2); })]); on(() => ten()); }',
    ].join('\n');
    fc.assert(
      fc.property(fc.nat(program.length), fc.constantFrom('x', '1', ' ', '\n', 'x();', 'if (a) '), (at, typed) => {
        const now = program.slice(0, at) + typed + program.slice(at);
        fc.pre(isSound(now));
        const trees = openSourceTrees();
        trees.parse('/a.ts', '');
        const old = new Set(graphsOf(trees.parse('/a.ts', program)));
        const lowered = graphsOf(trees.parse('/a.ts', now)).filter((graph) => !old.has(graph));
        for (const { owner } of lowered) assert.ok(owner.pos <= at + typed.length && at <= owner.end, owner.getText());
      }),
      { numRuns: 500 },
    );
  });
});

function isSound(text: string): boolean {
  return syntaxErrorIn(openSourceTrees().parse('/a.ts', text)) === undefined;
}
