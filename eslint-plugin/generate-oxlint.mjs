// Prints a preset as a configuration that oxlint can extend: `npm run generate-oxlint -w eslint-plugin-kafka-eos`.
import plugin from './dist/plugin.js';

const { rules } = plugin.configs[process.argv[2]];
const text = JSON.stringify({ jsPlugins: ['../dist/plugin.js'], rules }, undefined, 2);

// Short lists on one line, as the repository's formatter has them.
process.stdout.write(`${text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, items) => `[${items}]`)}\n`);
