import { Kafka } from 'kafkajs';

class Bus {
  consumer(options: { groupId: string; autoCommit: boolean }): string {
    return `${options.groupId}:${String(options.autoCommit)}`;
  }
}

export const kafka = new Kafka({ brokers: ['localhost:9092'] });
export const name = new Bus().consumer({ groupId: 'archive', autoCommit: false });