import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prismaKeys } from './prisma-keys.ts';

function keys(text: string): readonly string[] {
  return [...prismaKeys([{ path: '/schema.prisma', text }])].flatMap(([table, declared]) =>
    declared.map(({ columns, line, generated }) => `${table}: ${columns.join('+')}@${line}${generated ? '!' : ''}`),
  );
}

describe('prismaKeys', () => {
  it('reads ids and unique fields', () => {
    const text = `generator client { provider = "prisma-client-js" }
model Inbox {
  messageId String @id
  email     String? @unique // one each
  note      String  // @unique
  other     Int     @default(1)
}`;
    assert.deepEqual(keys(text), ['inbox: messageid@3', 'inbox: email@4']);
  });

  it('reads keys of several fields', () => {
    const text = `model A {
  topic String
  part  Int
  off   BigInt @map("offset")
  @@id([topic, part])
  @@unique(fields: [topic, off(sort: Desc)], name: "where")
}`;
    assert.deepEqual(keys(text), ['a: topic+part@5', 'a: topic+offset@6', 'a: topic+off@6']);
  });

  it('finds a model under its own name and under its table', () => {
    const text = `model OrderLine {
  url String @unique @default("http://x") @map("link_url")
  @@map("order_lines")
}`;
    const each = ['link_url@2', 'url@2'];
    assert.deepEqual(keys(text), [
      ...each.map((key) => `orderline: ${key}`),
      ...each.map((key) => `order_lines: ${key}`),
    ]);
  });

  it('marks keys with values that are made up', () => {
    for (const source of ['autoincrement()', 'uuid(7)', 'cuid()', 'now()', 'dbgenerated("gen_random_uuid()")']) {
      assert.deepEqual(keys(`model A {\n  id String @id @default(${source})\n}`), ['a: id@2!'], source);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        keys(`model A {\n${text}\n}`);
      }),
    );
  });
});
