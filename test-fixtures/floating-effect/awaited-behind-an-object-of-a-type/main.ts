import { Pool } from 'pg';
import { broker, type Picking } from './broker.ts';

const pool = new Pool();

class Orchard {
  async picked({ trees }: Picking): Promise<void> {
    for (const { id, left } of trees) {
      await pool.query('UPDATE trees SET apples = $1 WHERE id = $2', [left, id]);
    }
  }
}

const orchard = new Orchard();

await broker.subscribe(orchard.picked.bind(orchard), 'orchards.picked');
