const { EventEmitter } = require('node:events');
const { inherits } = require('node:util');
const { Consumer: KafkaConsumer } = require('@platformatic/kafka');

function Feed(options) {
  EventEmitter.call(this);
  this.stream = null;
  this.consumer = new KafkaConsumer(options);
}

inherits(Feed, EventEmitter);

Feed.prototype.start = async function () {
  this.stream = await this.consumer.consume({ topics: ['boats'], autocommit: false, mode: 'committed' });
  for await (const message of this.stream) {
    this.emit(message.topic, message, () => this.acknowledge(message));
  }
};

Feed.prototype.acknowledge = function (message) {
  const { topic, partition } = message;
  return this.consumer.commit({ offsets: [{ topic, partition, offset: message.offset, leaderEpoch: 0 }] });
//                                                                    ^^^^^^^^^^^^^^ offset-not-next behind
};

module.exports = Feed;
