const { KafkaJS } = require('@confluentinc/kafka-javascript');

const kafka = new KafkaJS.Kafka({ brokers: ['localhost:9092'] });
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option throws
const producer = kafka.producer({ 'linger.ms': 5, idempotent: true });
//                                                ^^^^^^^^^^^^^^^^ misplaced-client-option throws
const consumer = kafka.consumer({ groupId: 'shadow', 'enable.auto.commit': false });
//                                ^^^^^^^^^^^^^^^^^ misplaced-client-option throws

module.exports = { producer, consumer };