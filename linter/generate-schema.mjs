// Writes the published JSON schemas, of the configuration, of the lock and of the map; prints one that is named:
// `npm run generate-schema -w linter`.
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from './dist/config/config-schema.js';
import { settableRules } from './dist/check-workspace.js';
import { defaultEngine } from './dist/default-engine.js';
import { lockSchema } from './dist/guarantees/lock-schema.js';
import { mapSchema } from './dist/map/map-schema.js';

const schemas = {
  config: {
    file: 'kafka-eos.schema.json',
    title: 'Configuration of kafka-eos',
    of: () => toJsonSchema(configSchema(settableRules(defaultEngine)), { typeMode: 'input' }),
  },
  lock: {
    file: 'kafka-eos-lock.schema.json',
    title: 'Guarantees that kafka-eos holds a workspace to',
    of: () => toJsonSchema(lockSchema, { typeMode: 'input' }),
  },
  map: {
    file: 'kafka-eos-map.schema.json',
    title: 'What "kafka-eos map --format json" prints',
    of: () => toJsonSchema(mapSchema),
  },
};

const [asked] = process.argv.slice(2);
if (asked !== undefined) process.stdout.write(textOf(schemas[asked]));
else for (const each of Object.values(schemas)) writeFileSync(new URL(each.file, import.meta.url), textOf(each));

function textOf({ file, title, of }) {
  const { $schema, ...schema } = of();
  const $id = `https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/${file}`;
  // Short lists on one line, as the repository's formatter has them.
  const text = JSON.stringify({ $schema, $id, title, ...schema }, undefined, 2).replaceAll(
    /\[\s+([^[\]{}]*?)\s+\]/g,
    (_, items) => `[${items.replaceAll(/\s*\n\s*/g, ' ')}]`,
  );
  return `${text}\n`;
}
