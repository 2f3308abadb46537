import assert from 'node:assert/strict';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import ts from '../typescript.ts';
import { flowOf } from './build-flow.ts';

const DEPTH = 5_000;
const OWN_WORKER = 'deep-nesting';

/** One text per kind of nesting, and the number of nodes that shows that all of it was lowered. */
const NESTINGS: Readonly<Record<string, { readonly text: string; readonly nodes: number }>> = {
  calls: { text: `${'f('.repeat(DEPTH)}0${')'.repeat(DEPTH)};`, nodes: DEPTH },
  chain: { text: `a${'.b(c)'.repeat(DEPTH)};`, nodes: DEPTH },
  promises: { text: `a()${'.then(b)'.repeat(DEPTH)};`, nodes: DEPTH },
  blocks: { text: `${'{ if (a) '.repeat(DEPTH)}f();${'}'.repeat(DEPTH)}`, nodes: DEPTH },
  loops: { text: `${'while (a) '.repeat(DEPTH)}f();`, nodes: DEPTH },
  tries: { text: `${'try {'.repeat(1_000)}f();${'} finally { g(); }'.repeat(1_000)}`, nodes: 1_000 },
  conditions: { text: `${'a ? f() : '.repeat(DEPTH)}0;`, nodes: DEPTH },
  sum: { text: `0${' + f()'.repeat(DEPTH)};`, nodes: DEPTH },
};

interface Outcome {
  readonly name: string;
  readonly nodes: number;
  readonly truncated: boolean;
}

function lower(name: string, text: string): Outcome {
  const graph = flowOf(ts.createSourceFile('deep.ts', text, ts.ScriptTarget.Latest, true));
  return { name, nodes: graph.nodes.length, truncated: graph.truncated };
}

async function inWorker(stackSizeMb: number): Promise<readonly Outcome[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: OWN_WORKER, resourceLimits: { stackSizeMb } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread && workerData === OWN_WORKER) {
  parentPort?.postMessage(Object.entries(NESTINGS).map(([name, { text }]) => lower(name, text)));
} else {
  describe('deep nesting', () => {
    it(`lowers ${DEPTH} levels of anything on a large stack`, async () => {
      for (const { name, nodes, truncated } of await inWorker(64)) {
        assert.equal(truncated, false, name);
        assert.ok(nodes >= (NESTINGS[name]?.nodes ?? 0), name);
      }
    });
  });

  describe('a stack that is too small', () => {
    it('truncates the graph', () => {
      // Built without the parser, which would need as much stack as the lowering.
      let expression: ts.Expression = ts.factory.createIdentifier('a');
      for (let depth = 0; depth < 100_000; depth++) {
        expression = ts.factory.createCallExpression(expression, undefined, []);
      }
      const arrow = ts.factory.createArrowFunction(undefined, undefined, [], undefined, undefined, expression);
      const graph = flowOf(arrow);
      assert.equal(graph.truncated, true);
      assert.deepEqual(
        graph.nodes.map(({ kind }) => kind),
        ['opaque', 'return', 'throw'],
      );
    });
  });
}
