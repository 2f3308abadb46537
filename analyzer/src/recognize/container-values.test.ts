import assert from 'node:assert/strict';
import { showValues } from '../testing/show-values.ts';
import { inspected, knowledgeOf } from '../testing/workspace-of.ts';

const functions = 'function a() {} function b() {} declare const key: string;';

/** The program, and the functions that a read from the collection may return; what is no function is left out. */
const cases: readonly (readonly [program: string, expected: string])[] = [
  ['const map = new Map(); map.set("a", a); map.set("b", b); inspect(map.get(key));', 'a() | b()'],
  ['const map = new Map([["a", a], ["b", b]]); inspect(map.get(key));', 'a() | b()'],
  ['const map = new Map([["a", a]]); map.set("b", b); inspect(map.get("a"));', 'a()'],
  ['const map = new Map([["a", a], [key, b]]); inspect(map.get("a"));', 'a() | b()'],
  ['const map = new Map([["a", a]]); map.set("b", b); inspect(map.get("c"));', ''],
  [
    'const map = new Map(); put("a", a); put("b", b); function put(k: string, f: any) { map.set(k, f); } inspect(map.get("b"));',
    'b()',
  ],
  [
    'const map = new Map(); put("a", a); put(key, b); function put(k: string, f: any) { map.set(k, f); } inspect(map.get("a"));',
    'a() | b()',
  ],
  [
    'const table: any = {}; put("a", a); put("b", b); function put(k: string, f: any) { table[k] = f; } inspect(table.b);',
    'b()',
  ],
  [
    `const map = new Map<string, any[]>(); put("a", a); put("b", b);
     function put(k: string, f: any) { if (!map.has(k)) map.set(k, []); map.get(k)!.push(f); }
     for (const each of map.get("b")!) inspect(each);`,
    'b()',
  ],
  [
    'class R { map = new Map(); add(f: any) { this.map.set(key, f); } get() { inspect(this.map.get(key)); } } new R().add(a);',
    'a()',
  ],
  ['const map = new Map(); const other = new Map(); other.set("b", b); map.set("a", a); inspect(map.get(key));', 'a()'],
  ['const map = new Map(); inspect(map.get(key));', ''],
  ['const map = new Map(); map.set("a", unseen()); inspect(map.get(key)); declare function unseen(): any;', ''],
  ['const map = new Map([["a", a]]); inspect(map.size);', ''],
];

describe('what a collection may hold', () => {
  for (const [program, expected] of cases) {
    it(program, () => {
      const knowledge = knowledgeOf(`import 'some-kafka'; ${functions} ${program}`);
      const found = knowledge.valuesOf(inspected(knowledge)).filter(({ kind }) => kind === 'function');
      assert.equal(showValues(found), expected);
    });
  }

  it('comes to an end where a list is made of itself', () => {
    const program = `${functions} let list: any[] = []; list = [...list, a]; list = [b, ...list];
      for (const each of list) inspect(each);`;
    const knowledge = knowledgeOf(`import 'some-kafka'; ${program}`);
    const found = knowledge.valuesOf(inspected(knowledge)).filter(({ kind }) => kind === 'function');
    assert.equal(showValues(found), 'a() | b()');
  });

  it('reaches the handler that a table picks', () => {
    const program = `${functions} const table = new Map([["a", a]]); const pick = (type: string) => table.get(type);
      const handler = pick(key); inspect(handler);`;
    const knowledge = knowledgeOf(`import 'some-kafka'; ${program}`);
    assert.match(showValues(knowledge.valuesOf(inspected(knowledge))), /^a\(\)/);
  });
});
