import type { ClientOptions } from '@kafka-eos/analyzer/facts/client-options';
import { kafkajsProducer, silent } from './kafkajs.ts';

/** @nestjs/microservices 10 to 12: server-kafka.js and client-kafka.js spread these blocks into calls of kafkajs. */
export const nestjsOptions: ClientOptions = {
  producer: kafkajsProducer,
  places: [
    // server-kafka.js:34 reads client, consumer, producer, run, subscribe, send and parser of them.
    silent('options', 'options', []),
    // server-kafka.js: new Kafka({ clientId, logCreator, brokers, ...options.client }).
    silent('options.client', 'options.client', []),
    // server-kafka.js: client.consumer({ ...options.consumer, groupId }).
    silent('options.consumer', 'options.consumer', ['readUncommitted']),
    // server-kafka.js: client.producer(options.producer).
    silent('options.producer', 'options.producer', ['transactionalId', 'idempotent', 'transactionTimeout']),
    // server-kafka.js:118: consumer.run({ ...options.run, eachMessage }).
    silent('options.run', 'options.run', ['autoCommit', 'autoCommitInterval', 'autoCommitThreshold']),
    // server-kafka.js:110: consumer.subscribe({ ...options.subscribe, topics }).
    silent('options.subscribe', 'options.subscribe', []),
    // client-kafka.js:248: producer.send({ topic, messages, ...options.send }).
    silent('options.send', 'options.send', ['acks']),
  ],
  homes: [
    { about: 'autocommitinterval', from: [], place: 'options.run', option: 'autoCommitInterval' },
    { about: 'autocommitthreshold', from: [], place: 'options.run', option: 'autoCommitThreshold' },
    { about: 'autocommit', from: [], place: 'options.run', option: 'autoCommit' },
    { about: 'isolation', from: [], place: 'options.consumer', option: 'readUncommitted' },
    { about: 'uncommitted', from: [], place: 'options.consumer', option: 'readUncommitted' },
    { about: 'idempoten', from: [], place: 'options.producer', option: 'idempotent' },
    { about: 'transactiontimeout', from: [], place: 'options.producer', option: 'transactionTimeout' },
    { about: 'transaction', from: [], place: 'options.producer', option: 'transactionalId' },
    { about: 'acks', from: [], place: 'options.send', option: 'acks' },
  ],
};
