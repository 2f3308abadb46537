import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer = kafka.producer();

interface Party {
  id: string;
}

async function notify({ id }: Party): Promise<void> {
  await producer.send({ topic: 'buyers', messages: [{ key: id, value: id }] });
}

async function pay({ id }: Party): Promise<void> {
  await producer.send({ topic: 'sellers', messages: [{ key: id, value: id }] });
}

export async function start(): Promise<void> {
  await kafka.consumer({ groupId: 'orders' }).run({
    eachMessage: async ({ message }) => {
      const { id, buyers, sellers }: { id: string; buyers: Party[]; sellers: Party[] } = JSON.parse(String(message.value));

      const jobs: Promise<void>[] = [];
      for (const buyer of buyers) jobs.push(notify(buyer));
      try {
        await Promise.all(jobs);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error('could not notify all buyers', error);
      }

      // Whoever waits in vain throws, as if the call stood there.
      const others = sellers.map(pay);
      if (others.length > 0) await Promise.all(others);

      const last = producer.send({ topic: 'closed', messages: [{ key: id, value: id }] });
      console.log('closing');
      await last;
    },
  });
}
