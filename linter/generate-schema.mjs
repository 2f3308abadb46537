// Prints the JSON schema of the configuration: `npm run generate-schema -w linter`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from './dist/config/config-schema.js';
import { settableRules } from './dist/check-workspace.js';
import { defaultEngine } from './dist/default-engine.js';
import { schemaText } from './schema-text.mjs';

const address = 'https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos.schema.json';
const schema = toJsonSchema(configSchema(settableRules(defaultEngine)), { typeMode: 'input' });
process.stdout.write(schemaText(schema, address, 'Configuration of kafka-eos'));
