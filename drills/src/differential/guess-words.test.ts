import assert from 'node:assert/strict';
import { variantsOf } from './guess-words.ts';

describe('the messages that are guessed for a program', () => {
  it('have each word that a name is compared with', () => {
    assert.deepEqual(variantsOf(`if (event.type === 'paid') pay();`), [{}, { type: 'paid' }]);
    assert.deepEqual(variantsOf(`switch (event.type) { case 'paid': case 'sent': }`), [
      {},
      { type: 'paid' },
      { type: 'sent' },
    ]);
  });

  it('have each word of a table that is asked for a name', () => {
    const table = `const handlers = {\n  paid: pay,\n  async sent(event) {\n  },\n};\nawait handlers[event.type](event);`;
    assert.deepEqual(variantsOf(table), [{}, { type: 'paid' }, { type: 'sent' }]);
    const set = `const TYPES = new Set(['paid']);\nif (!TYPES.has(event.type)) return;`;
    assert.deepEqual(variantsOf(set), [{}, { type: 'paid' }]);
  });

  it('lack what is asked for without a word, but never their own id', () => {
    assert.deepEqual(variantsOf('if (order.urgent) hurry();'), [{}, { urgent: null }]);
    assert.deepEqual(variantsOf('if (order.id) hurry();'), [{}]);
    assert.deepEqual(variantsOf('if (message.value === null) return;'), [{}, { value: null }]);
  });
});
