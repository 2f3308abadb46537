const { Kafka } = require('kafkajs');
const { watch } = require('./by-name');
const ofTheModule = require('./by-name-of-the-module');
const { watch: watchToo } = require('./in-an-object');
const { watch: watchAgain } = require('./written-in-an-object');
const watchAll = require('./whole');
const right = require('./right');

const kafka = new Kafka({ clientId: 'rooms', brokers: ['localhost:9092'] });

const start = async () => {
  await watch(kafka);
  await ofTheModule.watch(kafka);
  await watchToo(kafka);
  await watchAgain(kafka);
  await watchAll(kafka);
  await right.watch(kafka);
};

start();
