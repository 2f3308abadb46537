// Prints the JSON schema of the lock: `npm run generate-lock-schema -w linter`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { lockSchema } from './dist/guarantees/lock-schema.js';

const { $schema, ...schema } = toJsonSchema(lockSchema, { typeMode: 'input' });
const published = {
  $schema,
  $id: 'https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos-lock.schema.json',
  title: 'Guarantees that kafka-eos holds a workspace to',
  ...schema,
};

// Short lists on one line, as the repository's formatter has them.
const text = JSON.stringify(published, undefined, 2).replaceAll(
  /\[\s+([^[\]{}]*?)\s+\]/g,
  (_, items) => `[${items.replaceAll(/\s*\n\s*/g, ' ')}]`,
);
process.stdout.write(`${text}\n`);
