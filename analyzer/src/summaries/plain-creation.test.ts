import assert from 'node:assert/strict';
import { handlerFile, inspected, knowledgeOf } from '../testing/workspace-of.ts';
import ts from '../typescript.ts';
import { isPlainCreation } from './plain-creation.ts';

function isPlain(made: string, classes: string): boolean {
  const knowledge = knowledgeOf(
    handlerFile('', `${classes} declare function inspect(it: unknown): void; inspect(${made});`),
  );
  const { node } = inspected(knowledge);
  assert.ok(ts.isNewExpression(node));
  return isPlainCreation(knowledge, node);
}

describe('a plain creation', () => {
  it('only keeps what it is given', () => {
    assert.ok(
      isPlain('new Step(1)', 'class Step { constructor(private readonly db: number) {} run() { bank.charge({}); } }'),
    );
    assert.ok(isPlain('new Step()', 'class Step { static all = read(); count = 0; run = () => bank.charge({}); }'));
    assert.ok(
      isPlain('new Step()', 'class Base { name = "a" } class Step extends Base { constructor() { super(); } }'),
    );
  });

  it('does nothing that can fail', () => {
    assert.ok(!isPlain('new Step()', 'class Step { constructor() { bank.charge({}); } }'));
    assert.ok(!isPlain('new Step(1)', 'class Step { constructor(cents: number) { if (cents < 0) throw cents; } }'));
    assert.ok(!isPlain('new Step()', 'class Step { options = read(); }'));
    assert.ok(!isPlain('new Step()', 'class Base { options = read(); } class Step extends Base {}'));
  });

  it('is of a class in sight', () => {
    assert.ok(!isPlain('new Bank()', ''));
    assert.ok(!isPlain('new Step()', 'class Step extends Somewhere {}'));
    assert.ok(!isPlain('new Error("a")', ''));
  });
});
