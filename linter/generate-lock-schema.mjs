// Prints the JSON schema of the lock: `npm run generate-lock-schema -w linter`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { lockSchema } from './dist/guarantees/lock-schema.js';
import { schemaText } from './schema-text.mjs';

const address = 'https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos.lock.schema.json';
process.stdout.write(schemaText(toJsonSchema(lockSchema, { typeMode: 'input' }), address, 'Guarantees of kafka-eos'));
