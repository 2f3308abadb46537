// preset: strict
import { createClient } from '@supabase/supabase-js';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'gates', brokers: ['localhost:9092'] }).consumer({ groupId: 'gates' });
  await consumer.subscribe({ topics: ['gates'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { gate, order, card } = JSON.parse(String(message.value));
      await supabase.from('visits').insert({ gate }).throwOnError();
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await supabase.from('receipts').insert({ order_id: order, cents: 5 });
      await stripe.refunds.create({ charge: card });
//          ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
      await supabase.from('gates').upsert({ gate, open: true }, { onConflict: 'gate' });
      await supabase.from('gates').update({ open: false }).eq('gate', gate);
      const { data } = await supabase.from('gates').select('open').eq('gate', gate).single();
      await supabase.storage.from('photos').upload(`${gate}/${message.offset}.txt`, String(data));
    },
  });
}
