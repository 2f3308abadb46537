import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Consumer({
  clientId: 'boats',
  groupId: 'boats',
  bootstrapBrokers: ['localhost:9092'],
  deserializers: stringDeserializers,
});

const stream = await consumer.consume({ topics: ['boats'], mode: 'committed', autocommit: false });
for await (const message of stream) {
  await message.commit();
//      ^^^^^^^^^^^^^^ commit-before-process call
  await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [message.value, message.key]);
}
