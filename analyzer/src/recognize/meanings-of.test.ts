import assert from 'node:assert/strict';
import type { LibraryStub } from '../facts/library-stub.ts';
import { testStubs } from '../testing/library-stubs.ts';
import { handlerFile, knowledgeOf, onlyCall, unitOf } from '../testing/workspace-of.ts';
import type { Meaning } from './meaning.ts';
import { meaningsOf } from './meanings-of.ts';

/** The tags of one member, a call of it, and what the call means. */
type Case = readonly [tags: string, call: string, expected: string, before?: string];

const effects: readonly Case[] = [
  ['write payment non-idempotent', 'it()', 'write payment non-idempotent'],
  ['write http idempotent resource=0', 'it("/orders")', 'write http idempotent at /orders'],
  ['write cache unknown', 'it()', 'write cache unknown'],
  ['write teapot non-idempotent', 'it()', ''],
  ['read database resource=0', 'it("orders")', 'read it at orders'],
  ['read database resource=0', 'it(TABLE)', 'read it at orders', 'const TABLE = "orders";'],
  ['claim cache key=0', 'it("k")', 'claim cache idempotent'],
  ['log', 'it()', ''],
  ['pure', 'it()', ''],
];

const keys: readonly Case[] = [
  ['write payment non-idempotent; keyed by=0.key', 'it({ key: KEY })', 'write payment unknown', 'const KEY = "k";'],
  ['write payment non-idempotent; keyed by=0.key', 'it({})', 'write payment non-idempotent'],
  ['write payment non-idempotent; keyed by=0.key', 'it({ key: undefined })', 'write payment non-idempotent'],
  [
    'write payment non-idempotent; keyed by=0.key',
    'it(options)',
    'write payment unknown',
    'declare const options: any;',
  ],
  ['write payment non-idempotent; keyed by=0.key', 'it({ key: v4() })', 'write payment unstable-key'],
  ['write payment non-idempotent; keyed by=0.a|0.b', 'it({ b: v4() })', 'write payment unstable-key'],
  [
    'write payment non-idempotent; when 0.mode=new keyed by=0.key',
    'it({ mode: "old", key: v4() })',
    'write payment non-idempotent',
  ],
];

const relative: readonly Case[] = [
  ['write database idempotent; relative in=0 keys=increment,$inc', 'it({ n: 1 })', 'write database idempotent'],
  [
    'write database idempotent; relative in=0 keys=increment,$inc',
    'it({ n: { increment: 1 } })',
    'write database non-idempotent',
  ],
  [
    'write database idempotent; relative in=0 keys=increment,$inc',
    'it({ a: [{ $inc: 1 }] })',
    'write database non-idempotent',
  ],
  [
    'write database idempotent; relative in=0 keys=increment,$inc',
    'it({ ...more })',
    'write database non-idempotent',
    'const more = { $inc: { n: 1 } };',
  ],
  [
    'write database idempotent; relative in=0 keys=increment,$inc',
    'it(values)',
    'write database unknown',
    'declare const values: any;',
  ],
  ['write database idempotent; relative in=0', 'it({ n: raw("n + 1") })', 'write database non-idempotent'],
  ['write database idempotent; relative in=0', 'it({ n: raw("now()") })', 'write database idempotent'],
];

const conditions: readonly Case[] = [
  [
    'when 0.method=post write http non-idempotent; when !0.method read http',
    'it({ method: "POST" })',
    'write http non-idempotent',
  ],
  ['when 0.method=post write http non-idempotent; when !0.method read http', 'it({})', 'read it'],
  ['when 0.method=post write http non-idempotent; when !0.method read http', 'it({ method: "GET" })', ''],
  [
    'when 0.method=post write http idempotent; write http unknown',
    'it(options)',
    'write http unknown',
    'declare const options: any;',
  ],
  ['write http non-idempotent; when 0.safe write http idempotent', 'it({ safe: 1 })', 'write http idempotent'],
  ['when *=NX claim cache key=0; write cache idempotent', 'it("k", "v", "nx")', 'claim cache idempotent'],
  ['when *=NX claim cache key=0; write cache idempotent', 'it("k", "v")', 'write cache idempotent'],
  [
    'when *=NX claim cache key=0; write cache idempotent',
    'it("k", value)',
    'write cache idempotent',
    'declare const value: string;',
  ],
];

const sql: readonly Case[] = [
  ['sql text=0', 'it("INSERT INTO orders VALUES ($1)")', 'write database non-idempotent at orders'],
  ['sql text=0', 'it("INSERT INTO orders VALUES ($1) ON CONFLICT DO NOTHING")', 'claim database idempotent at orders'],
  ['sql text=0', 'it("UPDATE orders SET n = n + 1")', 'write database non-idempotent at orders'],
  ['sql text=0', 'it("UPDATE orders SET n = 1")', 'write database idempotent at orders'],
  ['sql text=0', 'it("DELETE FROM orders WHERE id = 1")', 'write database idempotent at orders'],
  ['sql text=0', 'it(`SELECT 1 FROM ${T} WHERE id = $1`)', 'read SELECT FROM orders at orders', 'const T = "orders";'],
  ['sql text=0', 'it("BEGIN")', 'control db-begin'],
  ['sql text=0', 'it("COMMIT")', 'control db-commit'],
  ['sql text=0', 'it("ROLLBACK")', 'control db-rollback'],
  ['sql text=0', 'it(text)', 'write database unknown', 'declare const text: string;'],
  ['sql text=0.text|0', 'it({ text: "DELETE FROM orders" })', 'write database idempotent at orders'],
];

const controls: readonly Case[] = [
  ...['begin', 'send-offsets', 'commit', 'abort', 'is-active', 'commit-offsets', 'resolve-offset', 'seek'].map(
    (verb): Case => [verb, 'it(1)', `control ${verb} with an argument`],
  ),
  ['commit-offsets-if-necessary', 'it()', 'control commit-offsets-if-necessary'],
  ['produce topic=0.topic', 'it({ topic: "t" })', 'produce "t"'],
  ['produce topic=0', 'it(go ? "a" : "b")', 'produce go ? "a" : "b"', 'declare const go: boolean;'],
  ['produce in-transaction topic=0', 'it("t")', 'produce in the transaction "t"'],
  ['db-transaction begin', 'it()', 'control db-begin'],
  ['db-transaction commit', 'it()', 'control db-commit'],
  ['db-transaction rollback', 'it()', 'control db-rollback'],
];

const callbacks: readonly Case[] = [
  ['db-transaction run=0', 'it(() => 1)', 'calls db-transaction () => 1'],
  ['db-transaction run=0', 'it(1)', ''],
  ['calls 0 each', 'it(work)', 'calls each work', 'const work = () => 1;'],
  ['calls 1 once', 'it(1, () => 1)', 'calls once () => 1'],
  ['calls 0 later', 'it(() => 1)', 'calls later () => 1'],
  ['retries 0', 'it(() => 1)', 'calls retried () => 1'],
  ['check key=0', 'it("k")', 'check "k"'],
  ['fill key=0', 'it("k")', 'fill "k"'],
  ['forget', 'it()', 'forget everything'],
];

const chains: readonly Case[] = [
  ['write database non-idempotent', 'it().merge()', 'write database idempotent'],
  ['write database non-idempotent', 'it().ignore()', 'claim database idempotent'],
  ['write database idempotent', 'it().returning().adding()', 'write database non-idempotent'],
  ['write database non-idempotent', 'it().returning()', 'write database non-idempotent'],
];

describe('what a call means', () => {
  const all = [effects, keys, relative, conditions, sql, controls, callbacks, chains].flat();
  for (const [tags, call, expected, before = ''] of all) {
    it(`@eos ${tags}: ${before} ${call}`, () => {
      assert.equal(meanings(tags, call, before), expected);
    });
  }

  it('is that of the command which a client sends', () => {
    assert.equal(meanings('command at=0', 'it(new PutThing({ id: 1 }))', ''), 'write object-store idempotent');
    assert.equal(
      meanings('command at=0', 'it(command)', 'const command = new PutThing({});'),
      'write object-store idempotent',
    );
    assert.equal(meanings('command at=0', 'it(1)', ''), '');
  });

  it('keeps the order of several tags', () => {
    assert.equal(
      meanings('check key=0; fill key=0; calls 1 once', 'it("k", f)', 'const f = () => 1;'),
      'check "k"; fill "k"; calls once f',
    );
  });

  it('is nothing for a member without tags, and for a function of the workspace', () => {
    assert.equal(meanings('', 'it()', ''), '');
    const knowledge = knowledgeOf(`import 'some-kafka'; function own() {} own();`);
    assert.deepEqual(meaningsOf(knowledge, onlyCall(knowledge, 'own'), undefined), []);
  });

  it('takes a key of the message for stable, and offers one where there is none', () => {
    const write = (call: string) => {
      const { knowledge, graph } = unitOf(handlerFile(call));
      const [meaning] = meaningsOf(knowledge, onlyCall(knowledge, 'bank.charge'), graph.root);
      assert.ok(meaning?.kind === 'write');
      return meaning;
    };
    assert.equal(write('await bank.charge({}, { idempotencyKey: message.offset });').repeatability.kind, 'keyed');
    const texts = (call: string) => write(call).remedies.flatMap(({ edits }) => edits.map(({ text }) => text));
    const key = '`${topic}-${partition}-${message.offset}`';
    assert.deepEqual(texts('await bank.charge({});'), [`, { idempotencyKey: ${key} }`]);
    assert.deepEqual(texts('await bank.charge({}, { idempotencyKey: v4() });'), [key]);
    assert.deepEqual(texts('await bank.charge({}, { idempotencyKey: message.offset });'), []);
  });
});

function meanings(tags: string, call: string, before: string): string {
  const knowledge = knowledgeOf(
    `import 'some-kafka'; import { it, raw, PutThing } from 'some-library'; import { v4 } from 'some-ids'; ${before}\n${call};`,
    [...testStubs, libraryWith(tags)],
  );
  return meaningsOf(knowledge, onlyCall(knowledge, 'it'), undefined).map(shown).join('; ');
}

function libraryWith(tags: string): LibraryStub {
  const lines =
    tags === ''
      ? ''
      : `/**\n${tags
          .split('; ')
          .map((tag) => ` * @eos ${tag}\n`)
          .join('')} */`;
  const text = `
    export interface Builder {
      returning(): Builder;
      /** @eos refine idempotent */
      merge(): Builder;
      /** @eos refine claim */
      ignore(): Builder;
      /** @eos refine non-idempotent */
      adding(): Builder;
    }
    ${lines}
    export function it(...args: any[]): Builder;
    /** @eos relative-value */
    export function raw(text: string): Fragment;
    export interface Fragment { readonly text: string }
    /** @eos write object-store idempotent */
    export class PutThing {}
  `;
  return {
    specifier: 'some-library',
    packageName: 'some-library',
    role: 'sink',
    fileName: '/stubs/some-library.d.ts',
    text,
  };
}

function shown(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'write': {
      const { claims, category, repeatability, resource } = meaning;
      return `${claims ? 'claim' : 'write'} ${category} ${repeatability.kind}${at(resource)}`;
    }
    case 'read':
      return `read ${meaning.label}${at(meaning.resource)}`;
    case 'produce':
      return `produce ${meaning.transactional ? 'in the transaction ' : ''}${textsOf(meaning.topics)}`;
    case 'control':
      return `control ${meaning.verb}${meaning.hasArgument ? ' with an argument' : ''}`;
    case 'calls':
      return `calls ${meaning.mode} ${textsOf(meaning.callbacks)}`;
    case 'container':
      return `${meaning.verb} ${meaning.key?.node.getText() ?? 'everything'}`;
  }
}

function at(resource: string | undefined): string {
  return resource === undefined ? '' : ` at ${resource}`;
}

function textsOf(refs: readonly { readonly node: { getText(): string } }[]): string {
  return refs.map(({ node }) => node.getText()).join(', ');
}
