import { unlink, writeFile } from 'node:fs';
import { Kafka } from 'kafkajs';

const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

function store(id: string, state: string, done: (error: Error | null) => void): void {
  writeFile(`locks/${id}.json`, state, done);
//^^^^^^^^^ floating-effect told
}

await consumer.run({
  eachMessage: async ({ message }) => {
    // What is left over loses nothing.
    unlink(`locks/${String(message.key)}.tmp`, (error) => console.error(error));
    store(String(message.key), String(message.value), (error) => {
      if (error !== null) console.error(error);
    });
  },
});
