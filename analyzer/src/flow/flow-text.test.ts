import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { flowOf } from './build-flow.ts';
import type { FlowGraph } from './flow-graph.ts';
import { printFlow } from './print-flow.ts';

/** The graph of the first function in a source text. */
export function flowOfText(text: string): FlowGraph {
  const file = ts.createSourceFile('flow.ts', text, ts.ScriptTarget.Latest, true);
  const owner = file.statements.find(ts.isFunctionDeclaration);
  assert.ok(owner, `no function in ${text}`);
  return flowOf(owner);
}

/** Compares the printed graph of a function with this body; both texts may be indented. */
export function assertFlow(body: string, expected: string): void {
  const graph = flowOfText(`async function f() {\n${body}\n}`);
  assert.equal(printFlow(graph), outdent(expected));
  assert.equal(graph.truncated, false);
}

function outdent(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
