// Prints a JSON schema, of the configuration or of the map: `npm run generate-schema -w linter`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from './dist/config/config-schema.js';
import { settableRules } from './dist/check-workspace.js';
import { defaultEngine } from './dist/default-engine.js';
import { mapSchema } from './dist/map/map-schema.js';

const schemas = {
  config: {
    file: 'kafka-eos.schema.json',
    title: 'Configuration of kafka-eos',
    of: () => toJsonSchema(configSchema(settableRules(defaultEngine)), { typeMode: 'input' }),
  },
  map: {
    file: 'kafka-eos-map.schema.json',
    title: 'What "kafka-eos map --format json" prints',
    of: () => toJsonSchema(mapSchema),
  },
};

const asked = schemas[process.argv[2] ?? 'config'];
const { $schema, ...schema } = asked.of();
const published = {
  $schema,
  $id: `https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/${asked.file}`,
  title: asked.title,
  ...schema,
};

// Short lists on one line, as the repository's formatter has them.
const text = JSON.stringify(published, undefined, 2).replaceAll(
  /\[\s+([^[\]{}]*?)\s+\]/g,
  (_, items) => `[${items.replaceAll(/\s*\n\s*/g, ' ')}]`,
);
process.stdout.write(`${text}\n`);
