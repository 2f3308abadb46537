import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function notify(id: string): Promise<void> {
  await producer.send({ topic: 'notified', messages: [{ key: id, value: id }] });
}

export async function start(): Promise<void> {
  await kafka.consumer({ groupId: 'orders' }).run({
    eachMessage: async ({ message }) => {
      const { buyers, sellers }: { buyers: string[]; sellers: string[] } = JSON.parse(String(message.value));

      const jobs: Promise<void>[] = [];
      for (const buyer of buyers) jobs.push(notify(buyer));
      try {
        await Promise.all(jobs);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error('could not notify all buyers', error);
      }

      // Whoever waits in vain throws, as if the call stood there.
      const others = sellers.map(notify);
      if (others.length > 0) await Promise.all(others);

      const last = notify(String(message.key));
      console.log('notifying');
      await last;
    },
  });
}
