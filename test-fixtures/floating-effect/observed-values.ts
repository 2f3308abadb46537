import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { from, lastValueFrom, map, mergeMap, of } from 'rxjs';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'scores', brokers: ['localhost:9092'] }).consumer({ groupId: 'scores' });

async function keep(score: unknown): Promise<void> {
  await pool.query('UPDATE scores SET score = $1 WHERE id = 1', [score]);
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const score = JSON.parse(String(message.value));
    of(score).subscribe({
      next: (value) => {
        keep(value);
//      ^^^^ floating-effect dropped
      },
    });
    of(score).subscribe(async (value) => {
//  ^^^^^^^^^^^^^^^^^^^ floating-effect callbacks
      await keep(value);
    });
    await lastValueFrom(of(score).pipe(mergeMap(async (value) => keep(value))));
    of(score).subscribe((value) => console.log(value));
    await new Promise<void>((resolve) => from([score]).pipe(mergeMap(keep)).subscribe({ complete: resolve }));
  },
});
