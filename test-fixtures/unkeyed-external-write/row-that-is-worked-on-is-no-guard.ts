import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

class Well {
  id = '';
  depth = '';
}

const wells = new DataSource({ type: 'postgres' }).getRepository(Well);
const pool = new Pool();
const kafka = new Kafka({ clientId: 'wells', brokers: ['localhost:9092'] });

async function note(what: string): Promise<void> {
  await pool.query('INSERT INTO notes (what) VALUES ($1)', [what]);
}

await kafka.consumer({ groupId: 'wells' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const well = await wells.findOneBy({ id });
    if (!well) {
      await note(`there is no well ${id}`);
      return;
    }
    well.depth = String(message.value);
    await wells.save(well);
    await note(`the depth of ${id} is known`);
  },
});
