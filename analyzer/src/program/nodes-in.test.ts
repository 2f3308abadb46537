import assert from 'node:assert/strict';
import ts from 'typescript';
import { eachNode, findNode, nodesIn, someNode } from './nodes-in.ts';

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('/w/main.ts', text, ts.ScriptTarget.Latest, true);
}

const isCall = ts.isCallExpression;

describe('the nodes of a piece of source', () => {
  it('are all visited once, the piece itself included', () => {
    const file = parse('run(first, () => second(third));');
    const visited: ts.Node[] = [];
    eachNode(file, (node) => visited.push(node));
    assert.ok(visited.includes(file));
    assert.equal(new Set(visited).size, visited.length);
    assert.deepEqual(
      nodesIn(file, ts.isIdentifier)
        .map(({ text }) => text)
        .sort(),
      ['first', 'run', 'second', 'third'],
    );
  });

  it('are asked until one is found', () => {
    let asked = 0;
    const isFile = (node: ts.Node): boolean => {
      asked += 1;
      return ts.isSourceFile(node);
    };
    assert.equal(someNode(parse('run();'), isFile), true);
    assert.equal(asked, 1);
    assert.equal(someNode(parse('run;'), isCall), false);
  });

  it('give the first of a kind', () => {
    assert.equal(findNode(parse('const answer = ask();'), isCall)?.expression.getText(), 'ask');
    assert.equal(findNode(parse('const answer = 1;'), isCall), undefined);
  });

  it('may nest deeper than the call stack allows', () => {
    const sum = parse(Array.from({ length: 50_000 }, () => 'a').join(' + '));
    assert.equal(nodesIn(sum, ts.isIdentifier).length, 50_000);
  });
});
