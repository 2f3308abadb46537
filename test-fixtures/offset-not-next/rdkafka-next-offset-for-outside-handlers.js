const Kafka = require('node-rdkafka');

class BoatFeed {
  constructor(settings, handle) {
    this.consumer = new Kafka.KafkaConsumer({ ...settings, 'enable.auto.commit': false }, {});
    this.handle = handle;
    this.consumer.on('data', (message) => this.handle(message, this.acknowledgementOf(message)));
  }

  acknowledgementOf({ topic, partition, offset }) {
    return () => this.consumer.commit({ topic, partition, offset: offset + 1 });
  }

  fetch() {
    this.consumer.consume(20, (error, messages) => {
      if (error) return;
      const last = messages[messages.length - 1];
      this.handle(messages, () => {
        this.consumer.commitMessage(last);
      });
    });
  }
}

module.exports = BoatFeed;
