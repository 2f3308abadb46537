import assert from 'node:assert/strict';
import { sampleMessages } from './sample-messages.ts';

describe('sample messages', () => {
  it('have the fields that the program reads, and lists where it loops', () => {
    const [first] = sampleMessages('for (const line of order.lines) pay(line, order.customer)', undefined);
    assert.deepEqual(JSON.parse(first.value ?? ''), {
      lines: ['first-1-part-a', 'first-1-part-b'],
      customer: 'first-1-customer',
    });
  });

  it('are made from a template where there is one', () => {
    const [, second] = sampleMessages('', '{"order":"{id}"}');
    assert.equal(second.value, '{"order":"second-2"}');
  });
});
