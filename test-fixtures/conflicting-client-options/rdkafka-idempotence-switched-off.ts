import { HighLevelProducer } from 'node-rdkafka';

export const producer = new HighLevelProducer({
  'transactional.id': `quotes-${String(process.env['POD'])}`,
  'enable.idempotence': false,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws
});