import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { analyze } from '../analyze.ts';
import type { Analysis } from '../facts/analysis.ts';
import type { DeliveryFacts } from '../facts/delivery.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import type { JudgedEffect } from '../facts/unit.ts';
import { createMemoryHost } from '../program/memory-host.ts';
import { childrenOf } from '../program/nodes-in.ts';
import { openSlice } from '../program/open-slice.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import { shareKnowledge } from '../recognize/share-knowledge.ts';
import type { Ref } from '../recognize/value.ts';
import { enterUnit, type EnteredUnit } from '../scopes/enter-unit.ts';
import { findConsumers } from '../scopes/find-consumers.ts';
import { findHandlers } from '../scopes/find-entries.ts';
import { testStubs } from './library-stubs.ts';

/** The text of `main.ts`, or several files by name. */
export type Files = string | Readonly<Record<string, string>>;

/** A program whose consumer runs `body` for each message; `before` stands at the top of the file. */
export function handlerFile(body: string, before = '', options = ''): string {
  return `
    import { Kafka } from 'some-kafka';
    import { Bank, Database, retrying } from 'some-sinks';
    import { v4, v5, randomUUID, createHash, unseen } from 'some-ids';
    const bank = new Bank();
    const database = new Database();
    const kafka = new Kafka();
    const producer = kafka.producer();
    ${before}
    const consumer = kafka.consumer({ groupId: 'billing' });
    await consumer.subscribe({ topic: 'orders' });
    await consumer.run({ ${options} eachMessage: async ({ topic, partition, message }) => { ${body} } });
  `;
}

export function knowledgeOf(files: Files, libraries: readonly LibraryStub[] = testStubs): Knowledge {
  const slice = openSlice(createMemoryHost(named(files)), { paths: [], libraries, includeTests: false });
  return openKnowledge(shareKnowledge(slice));
}

/** What a map shows of a workspace. */
export function deliveryOf(files: Files, maxStates = 20_000): DeliveryFacts {
  const host = createMemoryHost(named(files));
  const request = { host, paths: [], libraries: testStubs, includeTests: false, maxStates, withDelivery: true };
  const { delivery } = analyze(request);
  assert.ok(delivery, 'the delivery is not stated');
  return delivery;
}

export function analysisOf(files: Files, maxStates = 20_000, crashTablesOf?: string): Analysis {
  const host = createMemoryHost(named(files));
  const tables = crashTablesOf === undefined ? {} : { crashTablesOf };
  return analyze({ host, paths: [], libraries: testStubs, includeTests: false, maxStates, ...tables });
}

/** The one handler of a workspace, entered. */
export function unitOf(files: Files): EnteredUnit {
  const knowledge = knowledgeOf(files);
  const [entry, ...others] = findHandlers(knowledge);
  assert.ok(entry, 'the workspace has no handler');
  assert.equal(others.length, 0, 'the workspace has several handlers');
  return enterUnit(knowledge, entry, findConsumers(knowledge));
}

/** The judged effects of every unit whose label contains a text. */
export function effectsOf(analysis: Analysis, label: string): readonly JudgedEffect[] {
  return analysis.units.flatMap(({ effects }) => effects.filter(({ effect }) => effect.label.includes(label)));
}

/** The argument of `inspect(…)`, as seen from outside every call. */
export function inspected(knowledge: Knowledge): Ref {
  const call = onlyCall(knowledge, 'inspect');
  const node = call.arguments[0];
  assert.ok(node, 'inspect() is called with nothing');
  return { node, env: undefined };
}

/** The argument of `inspect(…)`, as seen from the handler that it stands in. */
export function inspectedInHandler(unit: EnteredUnit): Ref {
  return { node: inspected(unit.knowledge).node, env: unit.graph.root };
}

/** Every call in a workspace, file by file. */
export function allCalls({ slice }: Knowledge): readonly ts.CallExpression[] {
  const below = (node: ts.Node): readonly ts.CallExpression[] => {
    return [...(ts.isCallExpression(node) ? [node] : []), ...childrenOf(node).flatMap(below)];
  };
  return slice.files.flatMap(below);
}

/** The one call in a workspace whose callee reads like this. */
export function onlyCall(knowledge: Knowledge, callee: string): ts.CallExpression {
  const found = allCalls(knowledge).filter((call) => call.expression.getText() === callee);
  const [call] = found;
  assert.ok(call, `nothing calls ${callee}`);
  assert.equal(found.length, 1, `${callee} is called ${String(found.length)} times`);
  return call;
}

function named(files: Files): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { 'main.ts': files } : files;
}
