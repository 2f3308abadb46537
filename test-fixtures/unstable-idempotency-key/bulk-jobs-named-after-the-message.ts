import { Queue } from 'bullmq';
import { Kafka } from 'kafkajs';

interface Alert {
  readonly id: string;
  readonly channels: readonly string[];
}

const alerts = new Queue('alerts');

async function enqueue(all: readonly { readonly alert: string; readonly channel: string }[]): Promise<void> {
  const jobs = all.map((each) => ({
    name: 'alert',
    data: each,
    opts: { priority: 1, jobId: `${each.alert}-${each.channel}` },
  }));
  await alerts.addBulk(jobs);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'alerts', brokers: ['localhost:9092'] }).consumer({ groupId: 'alerts' });
  await consumer.subscribe({ topics: ['alerts'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const alert = JSON.parse(String(message.value)) as Alert;
      await enqueue(alert.channels.map((channel) => ({ alert: alert.id, channel })));
    },
  });
}
