import assert from 'node:assert/strict';
import { analysisOf, handlerFile, type Files } from '../testing/workspace-of.ts';

/** The symbols of the units, and the identities of their effects. */
function namesIn(files: Files): readonly string[] {
  return analysisOf(files).units.flatMap(({ symbol, effects }) => [
    symbol,
    ...effects.map(
      ({ effect: { identity } }) => `${identity.name} (${identity.resource ?? '-'}) in ${identity.within}`,
    ),
  ]);
}

const top = `
  import { Kafka } from 'some-kafka';
  import { Bank } from 'some-sinks';
  const bank = new Bank();
  const consumer = new Kafka().consumer({ groupId: 'g' });
`;

describe('the lasting names', () => {
  it('are those of the functions and classes around', () => {
    assert.deepEqual(
      namesIn(`${top}
        class Ledger { private bank = new Bank(); post = async () => { await this.bank.charge({}); }; }
        export class Payments {
          #ledger = new Ledger();
          async start() { await consumer.run({ eachMessage: async ({ message }) => { await this.#ledger.post(); } }); }
        }`),
      ['Payments.start.eachMessage', 'bank.charge (bank) in Ledger.post'],
    );
  });

  it('are those that others use, never those of a local', () => {
    const withLocals = (handler: string, client: string): string => `${top}
      async function start(): Promise<void> {
        const ${client} = new Bank();
        const ${handler} = async ({ message }) => { await ${client}.charge({}); };
        await consumer.run({ eachMessage: ${handler} });
      }
      start();`;
    assert.deepEqual(namesIn(withLocals('a', 'b')), ['start.eachMessage', 'charge (-) in start']);
    assert.deepEqual(namesIn(withLocals('handle', 'stripe')), namesIn(withLocals('a', 'b')));
  });

  it('are kept for a handler that has a name of its own', () => {
    assert.deepEqual(
      namesIn(`${top}
        export async function onOrder({ message }) { await bank.charge({}); }
        consumer.run({ eachMessage: onOrder });`),
      ['onOrder', 'bank.charge (bank) in onOrder'],
    );
    assert.deepEqual(
      namesIn(`${top}
        const handlers = { orders: async ({ message }) => { await bank.charge({}); }, async other() {} };
        consumer.run({ eachMessage: handlers.orders });`),
      ['handlers.orders', 'bank.charge (bank) in handlers.orders'],
    );
  });

  it('say where an effect goes', () => {
    const body =
      'const out = await producer.transaction(); await out.send({ topic: "paid", messages: [] }); await out.commit();';
    assert.deepEqual(namesIn(handlerFile(body)), ['eachMessage', 'send (paid) in eachMessage']);
  });
});
