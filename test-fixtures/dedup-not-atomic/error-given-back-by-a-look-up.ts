import { createClient } from '@supabase/supabase-js';
import { Kafka } from 'kafkajs';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');
const kafka = new Kafka({ clientId: 'berths', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function latest(berth: string): Promise<{ readonly id: string } | null> {
  const { data, error } = await supabase.from('stays').select('*').eq('berth', berth).order('began_at');
  if (error) throw new Error(error.message);
  const rows = Array.isArray(data) ? data : [];
  return rows[0] || null;
}

async function byName(name: string): Promise<{ readonly id: string } | null> {
  const byId = await supabase.from('berths').select('id, quay').eq('id', name).maybeSingle();
  if (byId.data) return byId.data;
  const byReference = await supabase.from('berths').select('id, quay').eq('reference', name).maybeSingle();
  return byReference.data || null;
}

await kafka.consumer({ groupId: 'stays' }).run({
  eachMessage: async ({ message }) => {
    const stay = await latest(String(message.key));
    if (!stay) return;
    await producer.send({ topic: 'stays.ended', messages: [{ key: message.key, value: message.value }] });
    const { error } = await supabase.from('stays').update({ status: 'ended' }).eq('id', stay.id);
    if (error) throw new Error(error.message);
  },
});

await kafka.consumer({ groupId: 'berths' }).run({
  eachMessage: async ({ message }) => {
    const berth = await byName(String(message.key));
    if (!berth) throw new Error('no such berth');
    await producer.send({ topic: 'berths.taken', messages: [{ key: message.key, value: message.value }] });
    await supabase.from('berths').update({ taken: true }).eq('id', berth.id);
  },
});

await kafka.consumer({ groupId: 'invoices' }).run({
  eachMessage: async ({ message }) => {
    const { data: invoice, error } = await supabase.from('invoices').select('sent').eq('id', String(message.key)).single();
    if (error) throw new Error(error.message);
    if (invoice.sent) return;
    await producer.send({ topic: 'invoices.sent', messages: [{ key: message.key, value: message.value }] });
    await supabase.from('invoices').update({ sent: true }).eq('id', String(message.key));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});
