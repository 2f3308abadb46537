import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { compareStored } from './compare-stored.ts';
import { disagreementStory } from './report.ts';
import { judgeEachStatically } from './static-verdicts.ts';
import { storedPrograms } from './stored-programs.ts';

/** The programs of the pages: few, and of every rule. The command compares all of them. */
const pages = storedPrograms(fileURLToPath(new URL('../../../', import.meta.url))).filter(({ name }) =>
  name.startsWith('docs/rules/'),
);

describe('programs that were written by hand', () => {
  it('are judged alike by the explorer and by the simulation', async () => {
    const verdicts = judgeEachStatically(pages.map(({ files }) => files));
    const stories: string[] = [];
    let compared = 0;
    for (const [i, program] of pages.entries()) {
      const outcome = await compareStored(program, verdicts[i] ?? { effects: [], incomplete: [] });
      compared += outcome.compared;
      stories.push(...outcome.disagreements.flatMap((one) => [program.name, ...disagreementStory(one)]));
    }
    assert.deepEqual(stories, []);
    assert.ok(compared > 50, `only ${compared} effects were compared`);
  });

  it('give a reason for each effect that is not compared', async () => {
    const program = {
      name: 'unknown library',
      files: new Map([
        [
          'service.ts',
          `import { Kafka } from 'kafkajs';
import { Client } from '@elastic/elasticsearch';
const search = new Client({ node: 'http://localhost:9200' });
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'shop' });
await consumer.subscribe({ topics: ['orders'] });
await consumer.run({ eachMessage: async ({ message }) => {
  await search.index({ index: 'seen', document: { id: String(message.key) } });
} });
`,
        ],
      ]),
    };
    const [verdicts = { effects: [], incomplete: [] }] = judgeEachStatically([program.files]);
    const { compared, disagreements, unjudged } = await compareStored(program, verdicts);
    assert.deepEqual([compared, disagreements.length], [0, 0]);
    assert.deepEqual(
      unjudged.map(({ reason }) => reason),
      ['the simulation has no such library: @elastic/elasticsearch'],
    );
  });

  it('take the word of whoever vouches for a function', async () => {
    const text = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
const pool = new Pool();
/** @eos idempotent */
async function book(id: string): Promise<void> {
  await pool.query('INSERT INTO bookings (order_id) VALUES ($1)', [id]);
}
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'shop' });
await consumer.subscribe({ topics: ['orders'] });
await consumer.run({ eachMessage: async ({ message }) => {
  await book(String(message.key));
} });
`;
    const program = { name: 'vouched for', files: new Map([['service.ts', text]]) };
    const [verdicts = { effects: [], incomplete: [] }] = judgeEachStatically([program.files]);
    const { disagreements, unjudged } = await compareStored(program, verdicts);
    assert.deepEqual(disagreements, []);
    assert.deepEqual(
      unjudged.map(({ reason }) => reason),
      ['its author vouches for the function around it'],
    );
  });
});
