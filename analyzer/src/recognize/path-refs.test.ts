import assert from 'node:assert/strict';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { parsePath } from './tag.ts';

describe('the expressions at a path of a call', () => {
  const cases: readonly (readonly [path: string, call: string, found: string, before?: string])[] = [
    // Arguments, the receiver, any argument.
    ['0', 'target(a, 2)', 'a'],
    ['1', 'target(a, 2)', '2'],
    ['2', 'target(a, 2)', '- absent'],
    ['this', 'target(a)', '- absent'],
    ['*', 'target(a, "NX", ...rest)', 'a "NX" unknown'],
    ['*', 'target()', '-'],
    // A spread argument hides those behind it.
    ['0', 'target(a, ...rest)', 'a'],
    ['1', 'target(a, ...rest)', '- unknown'],
    ['2', 'target(a, ...rest, b)', '- unknown'],
    // Members of objects.
    ['0.topic', 'target({ topic: "t" })', '"t"'],
    ['0.topic', 'target({ topic })', 'topic', 'const topic = "t";'],
    ['0.topic', 'target({ other: 1 })', '- absent'],
    ['0.topic', 'target(undefined)', '- absent'],
    ['0.topic', 'target("text")', '- absent'],
    ['0.topic', 'target(options)', '- unknown', 'declare const options: any;'],
    ['0.topic', 'target(options)', '"t"', 'const options = { topic: "t" };'],
    ['0.headers.Idempotency-Key', 'target({ headers: { "idempotency-key": id } })', 'id'],
    ['0.headers.key', 'target({ headers: { [NAME]: id } })', 'id', 'const NAME = "key";'],
    ['0.headers.key', 'target({ headers: { [name]: id } })', '- absent unknown', 'declare const name: string;'],
    ['0.topics.*', 'target({ topics: ["a", "b"] })', '"a" "b"'],
    ['0.topics.*', 'target({ topics: ["a", ...more] })', '"a" unknown', 'declare const more: string[];'],
    ['0.topics.*', 'target({ topics: { x: "a", y: "b" } })', '"b" "a"'],
    ['0.messages.*.topic', 'target({ messages: [{ topic: "a" }, {}] })', '"a" absent'],
    // What a function makes of each element.
    ['0.*.topic', 'target(list.map((each) => ({ topic: each })))', 'each', 'declare const list: any[];'],
    ['0.*.topic', 'target([...list.map((each) => ({ topic: each }))])', 'each', 'declare const list: any;'],
    [
      '0.*.topic',
      'target(made)',
      '"t" absent',
      'const made = [1].map((n) => { if (n) return { topic: "t" }; return {}; });',
    ],
    ['0.*.topic', 'target(list.map(unseen))', '- unknown', 'declare const list: any[]; declare const unseen: any;'],
    [
      '0.*.topic',
      'target(own.map(() => ({ topic: id })))',
      '- unknown',
      'const own = { map: (make: unknown) => other };',
    ],
    // Spread and order: the last writer wins.
    ['0.a', 'target({ a: 1, a: 2 })', '2'],
    ['0.a', 'target({ a: 1, ...{ a: 2 } })', '2'],
    ['0.a', 'target({ ...{ a: 2 }, a: 1 })', '1'],
    ['0.a', 'target({ ...{ b: 2 } })', '- absent'],
    ['0.a', 'target({ ...more })', '- absent unknown', 'declare const more: any;'],
    ['0.a', 'target({ a: 1, ...more })', '1 unknown', 'declare const more: any;'],
    ['0.a', 'target({ ...(cond ? { a: 1 } : {}) })', '1 absent', 'declare const cond: boolean;'],
    // Values that may be missing.
    ['0', 'target(undefined)', '- absent'],
    ['0.a', 'target({ a: undefined })', '- absent'],
    ['0.a', 'target({ a: cond ? 1 : undefined })', 'cond ? 1 : undefined absent', 'declare const cond: boolean;'],
    ['0.a', 'target(cond ? { a: 1 } : { a: 2 })', '1 2', 'declare const cond: boolean;'],
    ['0.a', 'target(cond ? { a: 1 } : {})', '1 absent', 'declare const cond: boolean;'],
    // Written after the object was made.
    ['0.headers.key', 'target({ headers })', 'id', 'const headers = {}; headers["key"] = id;'],
    ['0.key', 'target(options)', 'id', 'const options: any = {}; options.key = id;'],
    // Seen through wrapping.
    ['0.a', 'target(({ a: 1 }) as object)', '1'],
  ];
  for (const [path, call, expected, before = ''] of cases) {
    it(`${path} of ${before} ${call}`, () => {
      assert.equal(found(path, `${before}\ndeclare const a: any; declare const id: any;\n${call};`), expected);
    });
  }

  it('finds the receiver of a method, and none of a function', () => {
    const knowledge = knowledgeOf(`import 'some-kafka'; declare const a: any; a.b.target(1);`);
    assert.equal(receiverOf(onlyCall(knowledge, 'a.b.target'))?.getText(), 'a.b');
    const plain = knowledgeOf(`import 'some-kafka'; target(1);`);
    assert.equal(receiverOf(onlyCall(plain, 'target')), undefined);
  });
});

function found(pathText: string, program: string): string {
  const knowledge = knowledgeOf(`import 'some-kafka';\n${program}`);
  const path = parsePath(pathText);
  assert.ok(path);
  const { refs, maybeAbsent, unknown } = refsAt(knowledge, onlyCall(knowledge, 'target'), path, undefined);
  const texts = refs.length === 0 ? ['-'] : refs.map(({ node }) => node.getText());
  return [...texts, ...(maybeAbsent ? ['absent'] : []), ...(unknown ? ['unknown'] : [])].join(' ');
}
