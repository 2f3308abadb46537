import { Kafka } from 'kafkajs';
import axios from 'axios';

const kafka = new Kafka({ clientId: 'guests', brokers: ['localhost:9092'] });
const desk = axios.create({ baseURL: 'https://desk.example' });

async function leave(guest: string): Promise<unknown> {
  try {
    return await desk.delete(`/guests/${guest}`);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    return error;
  }
}

async function describe(value: string): Promise<string> {
  try {
    const { name } = JSON.parse(value) as { readonly name?: string };
    if (name === undefined) throw new Error('a guest without a name');
    return name;
  } catch (error) {
    console.error(error);
    throw error;
  }
}

await kafka.consumer({ groupId: 'guests' }).run({
  eachMessage: async ({ message }) => {
    try {
      const value = String(message.value);
      const kind = String(message.headers?.['kind']);
      if (kind === 'left') await leave(String(message.key));
      if (kind === 'described') console.log(await describe(value));
    } catch (error) {
      console.error(error);
    }
  },
});

async function enter(guest: string): Promise<boolean> {
  try {
    await desk.put(`/guests/${guest}`, { in: true });
    return true;
  } catch {
    return false;
  }
}

await kafka.consumer({ groupId: 'guests-that-enter' }).run({
  eachMessage: async ({ message }) => {
    try {
      if (!(await enter(String(message.key)))) throw new Error('not entered');
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});
