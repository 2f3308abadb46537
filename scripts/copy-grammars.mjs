// Bundles the grammars that are used, three of the SQL parser's many, beside the compiled analyzer: the package itself
// takes 90 MB to install, the three take one.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const parser = dirname(createRequire(import.meta.url).resolve('node-sql-parser/package.json'));
const target = join(import.meta.dirname, '../analyzer/dist/grammars');
mkdirSync(target, { recursive: true });
copyFileSync(join(parser, 'LICENSE'), join(target, 'LICENSE'));
for (const dialect of ['postgresql', 'mysql', 'sqlite']) {
  buildSync({
    entryPoints: [join(parser, 'build', `${dialect}.js`)],
    outfile: join(target, `${dialect}.cjs`),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
}
