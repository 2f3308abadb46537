import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { findHandlers } from '../scopes/find-entries.ts';
import { handlerFile, knowledgeOf, unitOf } from '../testing/workspace-of.ts';
import { conditionTest } from './condition-test.ts';
import { negate, type ConditionTest } from './condition.ts';

/** A condition, what it asks, and the statements before it in the handler. */
type Case = readonly [condition: string, expected: string, before?: string, top?: string];

const FIND = 'const row = await database.find("x", {});';
const QUERY = 'const result = await database.query("SELECT 1 FROM x");';

const presence: readonly Case[] = [
  ['row', 'there', FIND],
  ['!row', 'not there', FIND],
  ['!!row', 'there', FIND],
  ['row === null', 'not there', FIND],
  ['row !== null', 'there', FIND],
  ['row == null', 'not there', FIND],
  ['null != row', 'there', FIND],
  ['row === undefined', 'not there', FIND],
  ['Boolean(row)', 'there', FIND],
  ['await database.find("x", {})', 'there'],
  ['(await database.find("x", {}))!', 'there'],
  ['result.rowCount', 'there', QUERY],
  ['result.rowCount === 0', 'not there', QUERY],
  ['result.rowCount > 0', 'there', QUERY],
  ['result.rowCount! >= 1', 'there', QUERY],
  ['result.rowCount === 1', 'there', QUERY],
  ['result.rows.length === 0', 'not there', QUERY],
  ['result.rows.length', 'there', QUERY],
  ['result.rows[0]', 'there', QUERY],
  ['!result.rows[0]', 'not there', QUERY],
  ['rows.length > 0', 'there', 'const { rows } = await database.query("SELECT 1 FROM x");'],
  ['row', 'there', 'const { rows } = await database.query("SELECT 1 FROM x"); const [row] = rows;'],
  ['found', 'there', `${FIND} const found = row;`],
  ['found', 'there', `${FIND} const found = row !== null;`],
  ['found === false', 'not there', `${FIND} const found = row !== null;`],
  ['seen.has(topic)', 'there', '', 'const seen = new Set();'],
  ['seen.has(topic) === true', 'there', '', 'const seen = new Set();'],
  ['seen.get(topic) === undefined', 'not there', '', 'const seen = new Map();'],
  ['seen[topic]', 'there', '', 'const seen: any = {};'],
  ['topic in seen', 'there', '', 'const seen: any = {};'],
  ['await database.claim("x", {})', 'there'],
  ['list.indexOf(topic) === -1', 'opaque', '', 'const list: any[] = [];'],
  ['list.includes(topic)', 'there', '', 'const list: any[] = [];'],
];

const fields: readonly Case[] = [
  ['row.status === "done"', 'field', FIND],
  ['row?.status === "done"', 'field', FIND],
  ['row.done', 'field', FIND],
  ['!row.done', 'not field', FIND],
  ['row.version >= JSON.parse(topic).version', 'order', FIND],
  ['result.rows[0].status === "done"', 'field', QUERY],
  ['status', 'field', 'const { status } = (await database.find("x", {}))!;'],
  ['ok', 'opaque', 'const save = async () => ({ ok: topic === "orders" }); const { ok } = await save();'],
];

const helpers: readonly Case[] = [
  ['await has()', 'there', '', 'const has = async () => (await database.find("x", {})) !== null;'],
  ['await has("x")', 'there', '', 'const has = (name: string) => database.find(name, {});'],
  [
    '!(await has())',
    'not there',
    '',
    'const has = async () => { const row = await database.find("x", {}); return row; };',
  ],
  ['isThere(row)', 'there', FIND, 'const isThere = (row: any) => row !== null;'],
];

const others: readonly Case[] = [
  ['true', 'always'],
  ['!1', 'never'],
  ['DEBUG', 'never', '', 'const DEBUG = false;'],
  ['transaction.isActive()', 'active', 'const transaction = await producer.transaction();'],
  ['!transaction.isActive()', 'not active', 'const transaction = await producer.transaction();'],
  ['JSON.parse(topic).urgent', 'opaque'],
  ['topic === "orders"', 'opaque'],
  ['unseen(topic)', 'opaque'],
  ['row', 'opaque', 'let row: any = await database.find("x", {}); row = unseen(1);'],
  ['count', 'opaque', 'let count: any = await database.find("x", {}); count++;'],
  ['missing', 'opaque'],
];

describe('what a condition asks', () => {
  for (const [condition, expected, before = '', top = ''] of [...presence, ...fields, ...helpers, ...others]) {
    it(`${expected}: ${top} ${before} if (${condition})`, () => {
      assert.equal(shown(asked(condition, before, top)), expected);
    });
  }

  it('is no question where a case is compared with its switch', () => {
    assert.equal(
      asked('1', 'switch (await database.find("x", {}) as any) { case 1: break; }', '', ts.isCaseClause).kind,
      'opaque',
    );
  });

  it('is answered by what a helper told, where the helper decides', () => {
    const body = 'if (await isNew()) await bank.charge({});';
    const top = 'const isNew = async () => { if (await database.find("x", {})) return false; return true; };';
    const { conditions, graph } = unitOf(handlerFile(body, top));
    const told = new Set(graph.steps.flatMap((step) => (step.kind === 'result' ? [step.slot] : [])));
    const slots = [...conditions.tests.values()].filter((test) => test.kind === 'slot');
    assert.equal(told.size, 1);
    assert.deepEqual(
      slots,
      [...told].map((slot) => ({ kind: 'slot', slot, positive: true })),
    );
  });

  it('is the opposite after a negation, and itself after two', () => {
    for (const condition of ['row', '!row', 'true', 'transaction.isActive()', 'missing']) {
      const test = asked(condition, `${FIND} const transaction = await producer.transaction();`, '');
      assert.deepEqual(negate(negate(test)), test);
      if (test.kind !== 'opaque') assert.notDeepEqual(negate(test), test);
    }
  });
});

function asked(
  condition: string,
  before: string,
  top: string,
  holds: (node: ts.Node) => node is ts.Node & { readonly expression: ts.Expression } = ts.isIfStatement,
): ConditionTest {
  const statement = holds === ts.isIfStatement ? `if (${condition}) return;` : '';
  const knowledge = knowledgeOf(handlerFile(`${before} ${statement} await bank.charge({});`, top));
  const [entry] = findHandlers(knowledge);
  assert.ok(entry);
  const node = last(entry.fn.fn, holds);
  assert.ok(node);
  return conditionTest(knowledge, node.expression, undefined, new Set());
}

function last<T extends ts.Node>(node: ts.Node, holds: (node: ts.Node) => node is T): T | undefined {
  let found: T | undefined;
  const visit = (at: ts.Node): void => {
    if (holds(at)) found = at;
    ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

function shown(test: ConditionTest): string {
  switch (test.kind) {
    case 'constant':
      return test.value ? 'always' : 'never';
    case 'source':
      return `${test.positive ? '' : 'not '}${test.via === 'presence' ? 'there' : test.via}`;
    case 'active':
    case 'stale':
      return `${test.positive ? '' : 'not '}${test.kind}`;
    case 'slot':
      return `${test.positive ? '' : 'not '}told`;
    case 'violation':
      return `${test.positive ? '' : 'not '}a violation`;
    case 'number':
    case 'opaque':
      return test.kind;
  }
}
