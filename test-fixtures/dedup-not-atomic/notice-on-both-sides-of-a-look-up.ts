import { Kafka } from 'kafkajs';
import { createTransport } from 'nodemailer';
import { Pool } from 'pg';

const pool = new Pool();
const mailer = createTransport({ host: 'mail.example' });
const kafka = new Kafka({ clientId: 'visits', brokers: ['localhost:9092'] });

interface Visit {
  readonly id: string;
  readonly email: string;
}

async function notify(visit: Visit, text: string): Promise<void> {
  await mailer.sendMail({ to: visit.email, subject: text });
//      ^^^^^^^^^^^^^^^ unkeyed-external-write person
}

await kafka.consumer({ groupId: 'visits' }).run({
  eachMessage: async ({ message }) => {
    const visit: Visit = JSON.parse(String(message.value));
    const { rows } = await pool.query('SELECT id FROM visits WHERE id = $1', [visit.id]);
    if (rows.length === 0) {
      await pool.query('INSERT INTO visits (id) VALUES ($1) ON CONFLICT (id) DO NOTHING', [visit.id]);
      await notify(visit, 'booked');
    } else {
      await pool.query('UPDATE visits SET changed = true WHERE id = $1', [visit.id]);
      await notify(visit, 'changed');
    }
  },
});
