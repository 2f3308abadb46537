import { Pool } from 'pg';
import { broker, type Picking } from './broker.ts';

const pool = new Pool();

class Orchard {
  async picked({ trees }: Picking): Promise<void> {
    trees.forEach(async ({ id, left }) => {
//  ^^^^^^^^^^^^^ floating-effect callbacks
      await pool.query('UPDATE trees SET apples = $1 WHERE id = $2', [left, id]);
    });
  }
}

const orchard = new Orchard();

await broker.subscribe(orchard.picked.bind(orchard), 'orchards.picked');
