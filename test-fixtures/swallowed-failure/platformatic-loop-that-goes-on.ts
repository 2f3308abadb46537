import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Consumer({
  clientId: 'sluices',
  groupId: 'sluices',
  bootstrapBrokers: ['localhost:9092'],
  deserializers: stringDeserializers,
});

const stream = await consumer.consume({ topics: ['sluices'], mode: 'committed', autocommit: false });
for await (const message of stream) {
  try {
    await pool.query('UPDATE sluices SET level = $1 WHERE id = $2', [message.value, message.key]);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error(error);
  }
  await message.commit();
}
