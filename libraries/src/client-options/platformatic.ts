import type { ClientOptions } from '@kafka-eos/analyzer/facts/client-options';
import { silent } from './kafkajs.ts';

/** @platformatic/kafka 1.35.0 and 2.12.1: without `strict`, what an option schema does not name is let through. */
export const platformaticOptions: ClientOptions = {
  // clients/producer/producer.js:36 overrules acks and retries of an idempotent producer, :192 rejects a send that asks
  // for other acks, and :234 a transaction on a producer that is not idempotent.
  producer: {
    idempotentByTransactionalId: false,
    otherwise: 'overruled',
    needsRetries: false,
    transactionNeedsIdempotence: true,
  },
  places: [
    // clients/producer/options.js.
    silent('producer', 'new Producer()', ['idempotent', 'transactionalId', 'acks']),
    silent('send', 'send()', ['idempotent', 'acks']),
    silent('begin', 'beginTransaction()', ['idempotent', 'acks']),
    // clients/consumer/options.js.
    silent('consumer', 'new Consumer()', ['autocommit', 'isolationLevel']),
    silent('consume', 'consume()', ['autocommit', 'isolationLevel']),
  ],
  homes: [
    { about: 'autocommit', from: [], place: 'consume', option: 'autocommit' },
    { about: 'isolation', from: [], place: 'consume', option: 'isolationLevel' },
    { about: 'uncommitted', from: [], place: 'consume', option: 'isolationLevel' },
    { about: 'idempoten', from: [], place: 'producer', option: 'idempotent' },
    { about: 'transaction', from: [], place: 'producer', option: 'transactionalId' },
    { about: 'acks', from: [], place: 'producer', option: 'acks' },
  ],
};
