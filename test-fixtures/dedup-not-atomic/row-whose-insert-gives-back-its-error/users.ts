import { createClient } from '@supabase/supabase-js';
import { Kafka } from 'kafkajs';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');
const kafka = new Kafka({ clientId: 'users', brokers: ['localhost:9092'] });
const producer = kafka.producer();

await kafka.consumer({ groupId: 'users' }).run({
  eachMessage: async ({ message }) => {
    const { data } = await supabase.auth.signUp({ email: String(message.key), password: String(message.value) });
    const id = data.user.id;
    const { error } = await supabase.from('users').insert([{ id, email: String(message.key) }]);
    if (error) {
      await supabase.auth.admin.deleteUser(id);
      throw new Error(error.message);
    }
  },
});

declare function idOf(value: Buffer | null): string;

await kafka.consumer({ groupId: 'handled' }).run({
  eachMessage: async ({ message }) => {
    const { error } = await supabase.from('handled').insert([{ message_id: idOf(message.value) }]);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (error) return;
    await producer.send({ topic: 'users.handled', messages: [{ key: message.key, value: message.value }] });
  },
});
