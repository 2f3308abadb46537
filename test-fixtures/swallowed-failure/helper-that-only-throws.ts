import { Kafka } from 'kafkajs';
import axios from 'axios';

class Failures {
  report(reason: unknown): void {
    console.error('tide table not sent', reason);
  }

  raise(reason: unknown): void {
    throw new Error(`tide table not sent: ${String(reason)}`);
  }
}

const failures = new Failures();
const kafka = new Kafka({ clientId: 'tides', brokers: ['localhost:9092'] });

await kafka.consumer({ groupId: 'tides' }).run({
  eachMessage: async ({ message }) => {
    const table = String(message.value);
    try {
      await axios.put(`https://harbour.example/tides/${String(message.key)}`, { table });
    } catch (error) {
      failures.raise(error);
    }
    try {
      await axios.put(`https://pilots.example/tides/${String(message.key)}`, { table });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      failures.report(error);
    }
  },
});
