// @confluentinc/kafka-javascript 1: node-rdkafka's classes, and an API in the manner of kafkajs.

export * from 'node-rdkafka';
export * as RdKafka from 'node-rdkafka';
export * as KafkaJS from '@confluentinc/kafka-javascript/types/kafkajs';
