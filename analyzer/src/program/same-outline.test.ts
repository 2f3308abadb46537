import assert from 'node:assert/strict';
import { buildOutline } from './build-outline.ts';
import type { Outline } from './outline.ts';
import { parseSource } from './parse-source.ts';
import { sameOutline } from './same-outline.ts';

function outlineOf(text: string): Outline {
  return buildOutline(parseSource('/outline.ts', text), (specifier) => specifier === 'some-kafka');
}

const model = `import { Base } from './base';\nexport class Order extends Base {}\nexport const save = () => Order;\n`;

function isAlike(now: string, before = model, isSeed = false, ...asked: readonly string[]): boolean {
  const isAskedFor = (name: string): boolean => asked.includes(name);
  return sameOutline(outlineOf(before), outlineOf(now), { isSeed, isAskedFor });
}

describe('an outline leads to the same', () => {
  it('with more or fewer constants and types that refer to nothing, wherever they stand', () => {
    assert.ok(isAlike(`${model}export const draft = 1;`));
    assert.ok(isAlike(`export type Draft = string;\n${model}`));
    assert.ok(isAlike(model, `${model}enum Draft { a }`));
    assert.ok(isAlike(model));
  });

  it('with what is half typed, unless the search starts there', () => {
    for (const typed of ['exp', 'export const draft', 'export const draft = [];']) {
      assert.ok(isAlike(model + typed));
      assert.ok(!isAlike(model + typed, model, true));
    }
  });

  it('not with an exported name that the search asked for: the file belongs to the slice because of it', () => {
    assert.ok(!isAlike(`${model}export const draft = 1;`, model, false, 'draft'));
    assert.ok(!isAlike(`${model}const draft = 1;`, `${model}export const draft = 1;`, false, 'draft'));
    assert.ok(isAlike(`${model}export const draft = 2;`, `${model}export const draft = 1;`, false, 'draft'));
  });

  it('not with one that refers to something, or that something refers to', () => {
    assert.ok(!isAlike(`${model}export type Draft = Order;`));
    assert.ok(!isAlike(`${model}export const draft = save();`));
    assert.ok(!isAlike(`${model}interface Draft {}`), 'others may extend it');
    const asking = model.replace('=> Order', '=> draft');
    assert.ok(!isAlike(`${asking}export const draft = 1;`, asking));
  });

  it('not where a name of its own may hide what the module passes on', () => {
    const passing = `${model}export * from './other';`;
    assert.ok(!isAlike(`${passing}export const draft = 1;`, passing));
    const whole = `${model}export = Order;`;
    assert.ok(!isAlike(`${whole}export const draft = 1;`, whole));
  });
});
