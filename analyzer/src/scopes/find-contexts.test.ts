import assert from 'node:assert/strict';
import { showValues } from '../testing/show-values.ts';
import { inspected, knowledgeOf, type Files } from '../testing/workspace-of.ts';
import { contextsOf } from './find-contexts.ts';

/** What `inspect(…)` shows in each way of getting there, sorted; `?` where the way is not known. */
function waysTo(files: Files): readonly string[] {
  const knowledge = knowledgeOf(files);
  const { node } = inspected(knowledge);
  return contextsOf(knowledge, node.parent)
    .map((env) => (env === undefined ? '(anyone) ' : '') + showValues(knowledge.valuesOf({ node, env })))
    .sort();
}

describe('the ways to a place in the source', () => {
  it('are one at the top level, without a caller', () => {
    assert.deepEqual(waysTo(`import 'some-kafka'; inspect("a");`), ['(anyone) "a"']);
  });

  it('are one per call of the function around it', () => {
    const text = `import 'some-kafka'; function start(topic: string) { inspect(topic); } start("a"); start("b");`;
    assert.deepEqual(waysTo(text), ['"a"', '"b"']);
  });

  it('are one per chain of calls', () => {
    const text = `import 'some-kafka';
      function start(topic: string) { inspect(topic); }
      function twice(prefix: string) { start(prefix + "1"); start(prefix + "2"); }
      twice("a"); twice("b");`;
    assert.deepEqual(waysTo(text), ['"a1"', '"a2"', '"b1"', '"b2"']);
  });

  it('lead through a method of a base class that a subclass uses', () => {
    const text = `import 'some-kafka';
      abstract class Base { constructor(readonly topic: string) {} start() { inspect(this.topic); } }
      class A extends Base {} class B extends Base {}
      new A("a").start(); new B("b").start();`;
    assert.deepEqual(waysTo(text), ['"a"', '"b"']);
  });

  it('lead through the interface that a caller names', () => {
    const text = `import 'some-kafka';
      interface Startable { start(topic: string): void }
      class A implements Startable { start(topic: string) { inspect(topic); } }
      const all: Startable = new A(); all.start("a");`;
    assert.deepEqual(waysTo(text), ['"a"']);
  });

  it('are the objects that somebody makes, where nobody in sight calls the method', () => {
    const text = `import 'some-kafka';
      class Service { constructor(private readonly topic: string) {} onModuleInit() { inspect(this.topic); } }
      export const services = [new Service("a"), new Service("b")];`;
    assert.deepEqual(waysTo(text), ['"a"', '"b"']);
  });

  it('begin where a function that is handed on was made', () => {
    const text = `import 'some-kafka';
      function start(topic: string) { later(() => { inspect(topic); }); } start("a"); start("b");`;
    assert.deepEqual(waysTo(text), ['"a"', '"b"']);
  });

  it('are unknown for a function that nobody calls', () => {
    assert.deepEqual(waysTo(`import 'some-kafka'; export function start(topic: string) { inspect(topic); }`), [
      '(anyone) ?',
    ]);
  });

  it('come to an end in recursion', () => {
    const ways = waysTo(`import 'some-kafka';
      function walk(n: number) { inspect(n); if (n > 0) walk(n - 1); } walk(3);`);
    assert.ok(ways.includes('3'));
    assert.ok(ways.length <= 4, String(ways.length));
  });

  it('are given up for one that stands for all, where they are too many', () => {
    const calls = Array.from({ length: 50 }, (_, i) => `start("t${String(i)}");`);
    const ways = waysTo(`import 'some-kafka'; function start(topic: string) { inspect(topic); } ${calls.join(' ')}`);
    assert.equal(ways.length, 1);
    assert.match(ways[0] ?? '', /^\(anyone\) /);
  });
});
