import assert from 'node:assert/strict';
import { EffectIndex } from './effect-index.ts';
import { maskUnstable, payloadText } from './payload-text.ts';
import { Chance } from './chance.ts';

const messages = [
  { id: 'order-1', value: '', items: ['line-1a', 'line-1b'] },
  { id: 'order-2', value: '' },
];
const effect = {
  kind: 'external-write',
  role: 'effect',
  category: 'http',
  resource: '/order-1/line-1a',
  label: 'POST',
} as const;

describe('the names of effects', () => {
  it('leave out the ids of messages and of their parts', () => {
    const index = new EffectIndex(messages);
    assert.equal(index.locate(effect, undefined).facts.resource, '/{message}/{item}');
  });

  it('belong to every message that a payload names, by its id or by that of a part', () => {
    const index = new EffectIndex(messages);
    assert.deepEqual(index.partsNamedIn('pay order-1 and order-2'), [
      { message: 'order-1', item: '' },
      { message: 'order-2', item: '' },
    ]);
    assert.deepEqual(index.partsNamedIn('line-1b'), [{ message: 'order-1', item: 'line-1b' }]);
    assert.deepEqual(index.partsNamedIn('anything'), []);
  });
});

describe('the text of a payload', () => {
  it('has what is anywhere inside, bytes and dates included', () => {
    const text = payloadText({ a: [Buffer.from('bytes'), 1n], b: new Map([['k', true]]), at: new Date(0) });
    assert.equal(text, 'bytes\n1\nk\ntrue\n1970-01-01T00:00:00.000Z');
  });

  it('ends in the depth of what refers to itself', () => {
    const loop: { self?: unknown; id: string } = { id: 'x' };
    loop.self = loop;
    assert.match(payloadText(loop), /^x/);
  });

  it('is the same without chance and the clock', () => {
    const chance = new Chance();
    const payload = (): string =>
      maskUnstable(
        `${chance.uuid()} ${chance.now(0)} ${new Date(chance.now(5)).toISOString()} ${chance.token()} ${chance.random()}`,
      );
    assert.equal(payload(), payload());
    assert.notEqual(maskUnstable('order-1'), maskUnstable('order-2'));
  });
});
