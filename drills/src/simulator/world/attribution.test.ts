import assert from 'node:assert/strict';
import { handlerOf, simulateSource, verdictsOf } from '../../testing/simulated-source.ts';
import type { InputMessage } from '../api.ts';
import { Attribution } from './attribution.ts';
import { offsetOfMessage } from './running-consumer.ts';

function messageOf(id: string): InputMessage {
  return { id, key: id, value: JSON.stringify({ id, items: ['sku-1'] }), items: ['sku-1'] };
}

const messages = [messageOf('m1'), messageOf('m2')] as const;

describe('a payload', () => {
  const attribution = new Attribution(messages);

  it('is of the message that it names, although another one has a part of the same name', () => {
    assert.deepEqual(attribution.messagesIn('{"id":"m2","sku":"sku-1"}'), ['m2']);
    assert.equal(attribution.itemIn('{"id":"m2","sku":"sku-1"}', 'm2'), 'sku-1');
  });

  it('is of every message that it may be of, where it names a part and no message', () => {
    assert.deepEqual(attribution.messagesIn('{"sku":"sku-1"}'), ['m1', 'm2']);
  });

  it('is of the message whose offset it names, where it names nothing else', () => {
    assert.deepEqual(attribution.messagesIn(`order-${offsetOfMessage(1)}`), ['m2']);
    assert.deepEqual(attribution.messagesIn('nothing'), []);
  });

  it('is missed, although another message has left a part of the same name', async () => {
    const source = handlerOf(`for (const sku of event.items)
      await axios.put('https://shop/' + event.id + '/' + sku).catch(() => undefined);`);
    const units = await simulateSource(source, { messages });
    assert.deepEqual(verdictsOf(units), ['PUT https://shop/{message}/{item}: at-most-once (lost-write)']);
  });
});
