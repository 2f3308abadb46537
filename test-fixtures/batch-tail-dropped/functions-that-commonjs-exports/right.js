const axios = require('axios');

exports.watch = async (kafka) => {
  const consumer = kafka.consumer({ groupId: 'rooms-6' });
  await consumer.run({
    eachBatchAutoResolve: false,
    eachBatch: async ({ batch, resolveOffset, isRunning }) => {
      for (const message of batch.messages) {
        if (!isRunning()) break;
        await axios.put(`http://rooms/${message.key}`, JSON.parse(message.value.toString()));
        resolveOffset(message.offset);
      }
    },
  });
};
