const { KafkaJS } = require('@confluentinc/kafka-javascript');

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });

module.exports = kafka.producer({
  acks: 1,
//^^^^^^^ conflicting-client-options throws
  kafkaJS: { transactionalId: 'routes-0' },
});