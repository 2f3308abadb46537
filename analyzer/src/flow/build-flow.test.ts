import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { flowOf } from './build-flow.ts';
import { flowOfText } from './flow-text.test.ts';
import type { FlowOwner } from './flow-graph.ts';
import { printFlow } from './print-flow.ts';

describe('flowOf', () => {
  it('lowers a function once', () => {
    const file = parse('f();');
    assert.equal(flowOf(file), flowOf(file));
  });

  it('lowers the top-level code of a file, without its functions', () => {
    const file = parse(`
      import { f } from './f.js';
      export const a = f();
      function g() { h(); }
      export class C extends mixin(B) { d = i(); }
      namespace N.O { j(); }
      enum E { A }
      export default await k();
    `);
    assertLines(file, [
      '1 call f() stored → 2 !→ 3',
      '2 call mixin(…) stored → 4 !→ 3',
      '3 throw',
      '4 call j() floating → 5 !→ 3',
      '5 call k() awaited → 6 !→ 3',
      '6 return',
    ]);
  });

  it('returns what an arrow function is an expression of', () => {
    assertLines(firstFunction('const a = () => f(g());'), [
      '1 call g() stored → 2 !→ 3',
      '2 call f(…) returned → 4 !→ 3',
      '3 throw',
      '4 return f(…)',
    ]);
  });

  it('may evaluate the defaults of parameters before the body', () => {
    assertLines(firstFunction('function f(a = g(), { b = h() } = {}) { i(); }'), [
      '1 choice → 2 | 3',
      '2 call g() stored → 3 !→ 4',
      '3 choice → 5 | 6',
      '4 throw',
      '5 call h() stored → 6 !→ 4',
      '6 call i() floating → 7 !→ 4',
      '7 return',
    ]);
  });

  it('hands control over at a yield', () => {
    assertLines(firstFunction('async function* f() { const a = yield g(); yield* h(); }'), [
      '1 call g() stored → 2 !→ 3',
      '2 opaque yield g() → 4 !→ 3',
      '3 throw',
      '4 call h() stored → 5 !→ 3',
      '5 opaque yield* h() → 6 !→ 3',
      '6 return',
    ]);
  });

  it('takes constructors and accessors', () => {
    const lines = ['1 call super(…) floating → 2 !→ 3', '2 return', '3 throw'];
    assertLines(firstFunction('class A extends B { constructor() { super(1); } }'), lines);
    assertLines(firstFunction('class A { get a() { return f(); } }'), [
      '1 call f() returned → 2 !→ 3',
      '2 return f()',
      '3 throw',
    ]);
  });

  it('does not look into what it does not know', () => {
    assertLines(firstFunction('declare function f(): void;'), [
      '1 opaque declare function f(): void; → 2 !→ 3',
      '2 return',
      '3 throw',
    ]);
    assertLines(firstFunction('function f() { return <a b={c()} />; }'), [
      '1 opaque <a b={c()} /> → 2 !→ 3',
      '2 return <a b={c()} />',
      '3 throw',
    ]);
  });

  it('says so when a function is too large, and keeps the end of it', () => {
    const graph = flowOfText(`function f() {\n${'f();\n'.repeat(21_000)}last();\n}`);
    assert.equal(graph.truncated, true);
    assert.ok(graph.nodes.length <= 20_001);
    assert.equal(graph.nodes[graph.entry]?.kind, 'opaque');
    assert.match(printFlow(graph), /call last\(\) floating/u);
  });

  it('does not multiply nested code that is copied', () => {
    const nest = (open: string, close: string, before = ''): string =>
      `async function f() { ${before}${open.repeat(12)}g()${close.repeat(12)} }`;
    const sizes = [
      nest('try { a(); } finally { ', ' }'),
      nest('try { ', ' } finally { a(); }'),
      nest('Promise.all([a(), ', ', b()])', 'await '),
      nest('Promise.race([a(), ', ', b()])', 'return '),
      nest('a().finally(', ')'),
      nest('a().then(b, ', ')'),
      nest('(a ?? b()) || (c && ', ')'),
    ].map((text) => flowOfText(text).nodes.length);
    assert.deepEqual(
      sizes.filter((size) => size > 500),
      [],
    );
  });
});

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true);
}

function firstFunction(text: string): FlowOwner {
  const find = (node: ts.Node): ts.FunctionLikeDeclaration | undefined =>
    isFunction(node) ? node : ts.forEachChild(node, find);
  const found = find(parse(text));
  assert.ok(found);
  return found;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isGetAccessorDeclaration(node)
  );
}

function assertLines(owner: FlowOwner, lines: readonly string[]): void {
  assert.equal(printFlow(flowOf(owner)), lines.join('\n'));
}
