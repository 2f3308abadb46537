const axios = require('axios');

module.exports = async (kafka) => {
  const consumer = kafka.consumer({ groupId: 'rooms-5' });
  await consumer.run({
    eachBatch: async ({ batch, resolveOffset, isRunning }) => {
      for (const message of batch.messages) {
        if (!isRunning()) break;
//                        ^^^^^^ batch-tail-dropped left
        await axios.put(`http://rooms/${message.key}`, JSON.parse(message.value.toString()));
        resolveOffset(message.offset);
      }
    },
  });
};
