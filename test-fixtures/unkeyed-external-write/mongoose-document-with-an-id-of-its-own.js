// preset: strict
const { Kafka } = require('kafkajs');
const mongoose = require('mongoose');

const Parcel = mongoose.model('Parcel', new mongoose.Schema({ _id: String, weight: Number }));
const Scan = mongoose.model('Scan', new mongoose.Schema({ parcel: String }));
const kafka = new Kafka({ clientId: 'parcels', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'parcels' });

async function run() {
  await consumer.subscribe({ topics: ['parcels.sent'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const sent = JSON.parse(message.value.toString());
      const parcel = new Parcel({ _id: sent.parcelId, weight: sent.weight });
      await parcel.save();
    },
  });
}

async function scan() {
  const scans = kafka.consumer({ groupId: 'scans' });
  await scans.subscribe({ topics: ['parcels.scanned'] });
  await scans.run({
    eachMessage: async ({ message }) => {
      await new Scan({ parcel: message.key.toString() }).save();
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}

module.exports = { run, scan };
