// Prints the JSON schema of the configuration: `npm run generate-schema -w linter`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from './dist/config/config-schema.js';
import { settableRules } from './dist/check-workspace.js';
import { defaultEngine } from './dist/default-engine.js';

const { $schema, ...schema } = toJsonSchema(configSchema(settableRules(defaultEngine)), { typeMode: 'input' });
const published = {
  $schema,
  $id: 'https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos.schema.json',
  title: 'Configuration of kafka-eos',
  ...schema,
};

// Short lists on one line, as the repository's formatter has them.
const text = JSON.stringify(published, undefined, 2).replaceAll(
  /\[\s+([^[\]{}]*?)\s+\]/g,
  (_, items) => `[${items.replaceAll(/\s*\n\s*/g, ' ')}]`,
);
process.stdout.write(`${text}\n`);
