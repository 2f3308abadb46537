import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { BrokerError } from './broker-error.ts';
import { Broker, type Isolation } from './broker.ts';

const record = { key: null, value: null, headers: {} };

function refused(type: BrokerError['type']): (error: unknown) => boolean {
  return (error) => error instanceof BrokerError && error.type === type;
}

function origins(broker: Broker<string>, isolation: Isolation): readonly string[] {
  return broker.read('out', isolation).map(({ origin }) => origin);
}

describe('the simulated broker', () => {
  it('shows the records of a transaction once it is committed, and at once to those who read everything', () => {
    const broker = new Broker<string>();
    const producer = broker.transactions.initProducerId('tx');
    broker.appendInTransaction(producer, 'out', record, 'a');
    assert.deepEqual(origins(broker, 'read_committed'), []);
    assert.deepEqual(origins(broker, 'read_uncommitted'), ['a']);
    broker.transactions.end(producer, 'committed');
    assert.deepEqual(origins(broker, 'read_committed'), ['a']);
  });

  it('never shows aborted records to readers of committed ones', () => {
    const broker = new Broker<string>();
    const producer = broker.transactions.initProducerId('tx');
    broker.appendInTransaction(producer, 'out', record, 'a');
    broker.transactions.end(producer, 'aborted');
    broker.append('out', record, 'b');
    assert.deepEqual(origins(broker, 'read_committed'), ['b']);
    assert.deepEqual(origins(broker, 'read_uncommitted'), ['a', 'b']);
  });

  it('holds back what comes after the first record of an open transaction', () => {
    const broker = new Broker<string>();
    broker.append('out', record, 'a');
    broker.appendInTransaction(broker.transactions.initProducerId('tx'), 'out', record, 'b');
    broker.append('out', record, 'c');
    assert.deepEqual(origins(broker, 'read_committed'), ['a']);
    broker.transactions.expire();
    assert.deepEqual(origins(broker, 'read_committed'), ['a', 'c']);
  });

  it('fences a producer when another one registers under its id, and aborts what it left open', () => {
    const broker = new Broker<string>();
    const first = broker.transactions.initProducerId('tx');
    broker.appendInTransaction(first, 'out', record, 'a');
    const second = broker.transactions.initProducerId('tx');
    assert.throws(() => {
      broker.appendInTransaction(first, 'out', record, 'a');
    }, refused('INVALID_PRODUCER_EPOCH'));
    assert.throws(() => {
      broker.transactions.end(first, 'committed');
    }, refused('INVALID_PRODUCER_EPOCH'));
    broker.appendInTransaction(second, 'out', record, 'b');
    broker.transactions.end(second, 'committed');
    assert.deepEqual(origins(broker, 'read_committed'), ['b']);
  });

  it('moves offsets with the transaction, whatever generation the consumer is of', () => {
    const broker = new Broker<string>();
    const place = { group: 'g', topic: 'in', partition: 1 };
    const producer = broker.transactions.initProducerId('tx');
    broker.transactions.addOffsets(producer, [{ ...place, offset: 42 }]);
    assert.equal(broker.groups.committed(place), undefined);
    broker.groups.join('g');
    broker.transactions.end(producer, 'committed');
    assert.equal(broker.groups.committed(place), 42);
  });

  it('fences a transaction that the coordinator has aborted for its age', () => {
    const broker = new Broker<string>();
    const producer = broker.transactions.initProducerId('tx');
    broker.appendInTransaction(producer, 'out', record, 'a');
    broker.transactions.expire();
    assert.throws(() => {
      broker.transactions.end(producer, 'committed');
    }, refused('INVALID_PRODUCER_EPOCH'));
  });
});

type Step = { readonly id: 0 | 1; readonly act: 'register' | 'send' | 'commit' | 'abort' };

const steps = fc.array(
  fc.record<Step>({
    id: fc.constantFrom(0, 1),
    act: fc.constantFrom('register', 'send', 'commit', 'abort'),
  }),
  { maxLength: 40 },
);

describe('laws of the simulated broker', () => {
  it('aborted records are never visible, and committed ones stay', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const broker = new Broker<string>();
        const producers = ['a', 'b'].map((id) => broker.transactions.initProducerId(id));
        let before: readonly string[] = [];
        for (const [index, { id, act }] of taken.entries()) {
          take(broker, producers, id, act, String(index));
          const visible = origins(broker, 'read_committed');
          assert.deepEqual(visible.slice(0, before.length), before);
          before = visible;
        }
        const aborted = broker
          .read('out', 'read_uncommitted')
          .filter(({ transaction }) => transaction?.state === 'aborted');
        for (const { origin } of aborted) assert.ok(!before.includes(origin));
      }),
    );
  });
});

function take(
  broker: Broker<string>,
  producers: ReturnType<typeof broker.transactions.initProducerId>[],
  id: 0 | 1,
  act: Step['act'],
  origin: string,
): void {
  const producer = producers[id];
  if (!producer) return;
  try {
    if (act === 'register') producers[id] = broker.transactions.initProducerId(producer.transactionalId);
    else if (act === 'send') broker.appendInTransaction(producer, 'out', record, origin);
    else broker.transactions.end(producer, act === 'commit' ? 'committed' : 'aborted');
  } catch (error) {
    assert.ok(error instanceof BrokerError);
  }
}
