import { KafkaJS } from '@confluentinc/kafka-javascript';

const consumer = new KafkaJS.Kafka().consumer({ kafkaJS: { groupId: 'routes', autoCommit: true } });

export function keep(topic: string, partition: number, offset: string): void {
  consumer.storeOffsets([{ topic, partition, offset }]);
//^^^^^^^^^^^^^^^^^^^^^ misused-client-api missingAtRunTime
}