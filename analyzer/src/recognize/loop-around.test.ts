import assert from 'node:assert/strict';
import ts from 'typescript';
import { nodesIn } from '../program/nodes-in.ts';
import { isSameTurn, loopAround } from './loop-around.ts';

/** The calls of `make` and `use`. */
function parse(text: string): { readonly make: ts.Node; readonly use: ts.Node } {
  const file = ts.createSourceFile('/w/main.ts', `async function run() { ${text} }`, ts.ScriptTarget.Latest, true);
  const called = (name: string): ts.Node => {
    const call = nodesIn(file, ts.isCallExpression).find(({ expression }) => expression.getText() === name);
    assert.ok(call);
    return call;
  };
  return { make: called('make'), use: called('use') };
}

function isOneTurn(text: string): boolean {
  const { make, use } = parse(text);
  return isSameTurn(make, use);
}

describe('the loop around a node', () => {
  it('is the innermost one', () => {
    const { make, use } = parse('for (const a of b) { make(); while (c) use(); }');
    assert.equal(loopAround(make)?.kind, ts.SyntaxKind.ForOfStatement);
    assert.equal(loopAround(use)?.kind, ts.SyntaxKind.WhileStatement);
  });

  it('is none where a function stands between', () => {
    const { make, use } = parse('make(); for (const a of b) later(() => use());');
    assert.equal(loopAround(make), undefined);
    assert.equal(loopAround(use), undefined);
  });
});

describe('two nodes run in one turn', () => {
  it('without a loop', () => {
    assert.equal(isOneTurn('make(); if (a) use();'), true);
  });
  it('of a loop around both', () => {
    assert.equal(isOneTurn('for (const a of b) { make(); use(); }'), true);
  });
  it('of the loop around the second alone: no', () => {
    assert.equal(isOneTurn('make(); for (;;) use();'), false);
  });
  it('of an inner loop: no', () => {
    assert.equal(isOneTurn('for (;;) { make(); for (;;) use(); }'), false);
  });
  it('behind a loop', () => {
    assert.equal(isOneTurn('for (;;) make(); use();'), true);
  });
  it('in two functions: no', () => {
    assert.equal(isOneTurn('make(); later(() => use());'), false);
  });
});
