import assert from 'node:assert/strict';
import { maySee, outwardChange, passedOn, type Outward } from './outward-change.ts';
import { parseSource } from './parse-source.ts';

const order = 'export interface Order { id: string; lines: Line[] }\n';
const line = 'interface Line { amount: number }\n';
const save = (body: string): string => `export async function save(order: Order): Promise<void> { ${body} }\n`;

function told(outward: Outward): Outward | readonly string[] {
  return outward === 'anything' ? outward : [...outward].sort();
}

function changed(old: string, current: string, fileName = '/model.ts'): Outward | readonly string[] {
  return told(outwardChange(parseSource(fileName, old), parseSource(fileName, current)));
}

describe('what the change of a file means to others', () => {
  it('is nothing where a body changes whose function says what it returns', () => {
    assert.deepEqual(changed(order + save(''), order + save('await other(order);')), []);
    assert.deepEqual(changed(order + save(''), `// on the way\n${order}\n${save('const half')}`), []);
  });

  it('is nothing where a body changes whose function returns nothing', () => {
    const run = (body: string): string =>
      `export class Runner { async run() { ${body} } }\nexport function start() { ${body} }`;
    assert.deepEqual(changed(run(''), run('return;')), []);
    assert.deepEqual(changed(run(''), run('each(() => { return 1; });')), []);
    assert.deepEqual(changed(run(''), run('return 1;')), ['Runner', 'start']);
    const never = (body: string): string => `export const runner = { run() { ${body} } }`;
    assert.deepEqual(changed(never(''), never('throw new Error();')), ['runner']);
    const many = (body: string): string => `export function* many() { ${body} }`;
    assert.deepEqual(changed(many(''), many('yield 1;')), ['many']);
  });

  it('is the name that comes, goes or changes', () => {
    assert.deepEqual(changed(order, `${order}export const draft = 1;`), ['draft']);
    assert.deepEqual(changed(`${order}export const draft = 1;`, order), ['draft']);
    assert.deepEqual(changed(`${order}const [a, { b }] = c();`, `${order}const [a, { b }] = d();`), ['a', 'b']);
    assert.deepEqual(changed(`export const draft = () => 1;`, `export const draft = () => '1';`), ['draft']);
  });

  it('is nothing while the name of what comes is being typed', () => {
    for (const typed of ['e', 'exp', 'export', 'export c']) assert.deepEqual(changed(order, order + typed), []);
  });

  it('is also whatever speaks of that name', () => {
    assert.deepEqual(changed(order + line, order + line.replace('number', 'bigint')), ['Line', 'Order']);
    assert.deepEqual(
      changed(`${line}export { Line as Row };`, `${line.replace('number', 'bigint')}export { Line as Row };`),
      ['Line', 'Row'],
    );
  });

  it('is a name that hides one from elsewhere', () => {
    assert.deepEqual(
      changed(`${order}export const at = new Date();`, `${order}export const at = new Date();class Date {}`),
      ['Date', 'at'],
    );
  });

  it('may be anything where no name says it', () => {
    assert.equal(changed(order, `${order}export default 1;`), 'anything');
    assert.equal(changed(order, `${order}order.prototype = 1;`), 'anything');
    assert.equal(changed(order, `import { x } from './x';\n${order}`), 'anything');
    assert.equal(
      changed(`${line}export default a as Line;`, `${line.replace('number', 'bigint')}export default a as Line;`),
      'anything',
    );
    assert.equal(changed('export const a = 1;', 'export const a = 1; export const b = 1;', '/model.js'), 'anything');
  });
});

describe('an importer', () => {
  const importer = (text: string, fileName = '/importer.ts') => parseSource(fileName, text);
  const draft = new Set(['draft']);

  it('sees a change if it speaks of the name, or need not', () => {
    assert.equal(maySee(importer(`import { Order } from './model'; export const a = 1;`), draft), false);
    assert.equal(maySee(importer(`import { draft as b } from './model';`), draft), true);
    assert.equal(maySee(importer(`import { dr\\u0061ft as b } from './model';`), draft), true);
    assert.equal(maySee(importer(`import * as model from './model'; Object.values(model);`), draft), true);
    assert.equal(maySee(importer(`export const a = () => import('./model');`), draft), true);
    assert.equal(maySee(importer(`const model = require('./model');`, '/importer.js'), draft), true);
    assert.equal(maySee(importer(`import { Order } from './model'; export const a = 1;`), new Set()), false);
  });

  it('passes on what its own names rest on', () => {
    const passed = (text: string, fileName?: string) => told(passedOn(importer(text, fileName), draft));
    assert.deepEqual(passed(`import { draft } from './model'; export const a = () => draft; export const b = 1;`), [
      'a',
      'draft',
    ]);
    assert.deepEqual(passed(`import { draft as c } from './model'; export class A { x = c }`), ['A', 'c']);
    assert.deepEqual(passed(`import { draft } from './model'; export function a(): number { return draft; }`), [
      'draft',
    ]);
    assert.deepEqual(passed(`import * as model from './model'; export const a = model.draft;`), ['a', 'model']);
    assert.deepEqual(passed(`export * from './model';`), ['draft']);
    assert.deepEqual(passed(`export { draft as shown } from './model';`), ['shown']);
    assert.equal(passed(`export const a = () => import('./model');`), 'anything');
    assert.equal(passed(`import { draft } from './model'; export default draft;`), 'anything');
    assert.equal(passed(`export const a = 1;`, '/importer.js'), 'anything');
  });
});
