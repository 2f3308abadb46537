import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePath, parseTag, pathsOf, wordPaths, type Condition, type Path, type Tag } from './tag.ts';

describe('the @eos grammar', () => {
  it('reads a verb, its words and its named paths', () => {
    const tag = read('produce in-transaction topic=0.topic|0.topicMessages.*.topic');
    assert.equal(tag.verb, 'produce');
    assert.deepEqual(tag.words, ['in-transaction']);
    assert.deepEqual(pathsOf(tag, 'topic'), [
      { root: 0, members: ['topic'] },
      { root: 0, members: ['topicMessages', '*', 'topic'] },
    ]);
    assert.deepEqual(pathsOf(tag, 'key'), []);
    assert.equal(tag.when, undefined);
  });

  it('keeps values that are no paths as they were written', () => {
    const tag = read('relative in=0 keys=increment,$inc');
    assert.equal(tag.values.get('keys'), 'increment,$inc');
    assert.deepEqual(pathsOf(tag, 'in'), [{ root: 0, members: [] }]);
    assert.equal(read('option auto-commit default=true').values.get('default'), 'true');
    assert.equal(read('key-slot header=Idempotency-Key at=1').values.get('header'), 'Idempotency-Key');
  });

  it('takes bare words for paths where a verb asks for them', () => {
    assert.deepEqual(wordPaths(read('calls 0 each')), [{ root: 0, members: [] }]);
    assert.deepEqual(wordPaths(read('calls this.run once')), [{ root: 'this', members: ['run'] }]);
    assert.deepEqual(wordPaths(read('calls each')), []);
  });

  const conditions: readonly (readonly [string, Condition])[] = [
    ['1.method=POST,patch', condition({ root: 1, members: ['method'] }, 'equals', ['post', 'patch'])],
    ['*=NX', condition({ root: 'any-argument', members: [] }, 'equals', ['nx'])],
    ['1', condition({ root: 1, members: [] }, 'present')],
    ['!1.headers', condition({ root: 1, members: ['headers'] }, 'absent')],
  ];
  for (const [text, expected] of conditions) {
    it(`reads the condition ${text}`, () => {
      const tag = read(`when ${text} write http idempotent resource=0`);
      assert.deepEqual(tag.when, expected);
      assert.equal(tag.verb, 'write');
      assert.deepEqual(tag.words, ['http', 'idempotent']);
    });
  }

  for (const text of ['', '   ', 'when', 'when 0', 'when url write http', 'when !x pure', 'Write http', 'topic=0']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(parseTag(text), undefined);
    });
  }

  it('refuses paths without a root, and drops them from a tag', () => {
    for (const text of ['', 'topic', '-1', '0x1', '.0']) assert.equal(parsePath(text), undefined, text);
    assert.deepEqual(pathsOf(read('keyed by=key|1.key'), 'by'), [{ root: 1, members: ['key'] }]);
    assert.equal(read('keyed by=key').paths.has('by'), false);
  });

  it('reads back every tag that can be written', () => {
    fc.assert(
      fc.property(anyTag, fc.constantFrom(' ', '   ', '\t'), (tag, gap) => {
        assert.deepEqual(parseTag(` ${written(tag).join(gap)} `), tag);
      }),
    );
  });

  it('never throws, whatever somebody writes behind @eos', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTag(text);
        parseTag(`when ${text}`);
      }),
    );
  });
});

function read(text: string): Tag {
  const tag = parseTag(text);
  assert.ok(tag, `${text} is a tag`);
  return tag;
}

function condition(path: Path, test: Condition['test'], values: readonly string[] = []): Condition {
  return { path, test, values };
}

const word = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
const member = fc.oneof(word, fc.constant('*'), fc.constant('Idempotency-Key'));
const path: fc.Arbitrary<Path> = fc.record(
  {
    root: fc.oneof(fc.nat(9), fc.constant('this' as const), fc.constant('any-argument' as const)),
    members: fc.array(member, { maxLength: 3 }),
  },
  { noNullPrototype: true },
);
const when: fc.Arbitrary<Condition> = fc.oneof(
  fc.record(
    {
      path,
      test: fc.constant('equals' as const),
      values: fc.array(word, { minLength: 1, maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    { path, test: fc.constantFrom('present' as const, 'absent' as const), values: fc.constant([]) },
    { noNullPrototype: true },
  ),
);
const named = fc
  .dictionary(fc.constantFrom('topic', 'by', 'text', 'run'), fc.array(path, { minLength: 1, maxLength: 3 }))
  .map((paths) => new Map(Object.entries(paths)));
const valued = fc
  .dictionary(fc.constantFrom('default', 'keys', 'label', 'header', 'property', 'dialect'), word)
  .map((values) => new Map(Object.entries(values)));
const anyTag: fc.Arbitrary<Tag> = fc.record(
  { verb: word.filter((verb) => verb !== 'when'), words: fc.array(word), paths: named, values: valued, when },
  { requiredKeys: ['verb', 'words', 'paths', 'values'], noNullPrototype: true },
);

function written(tag: Tag): readonly string[] {
  const paths = [...tag.paths].map(([name, at]) => `${name}=${at.map(pathText).join('|')}`);
  const values = [...tag.values].map(([name, value]) => `${name}=${value}`);
  return [...(tag.when === undefined ? [] : ['when', whenText(tag.when)]), tag.verb, ...tag.words, ...paths, ...values];
}

function whenText({ path: at, test, values }: Condition): string {
  if (test === 'equals') return `${pathText(at)}=${values.join(',')}`;
  return test === 'absent' ? `!${pathText(at)}` : pathText(at);
}

function pathText({ root, members }: Path): string {
  return [root === 'any-argument' ? '*' : String(root), ...members].join('.');
}
