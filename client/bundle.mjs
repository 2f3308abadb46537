// Everything the extension runs goes to `dist/bundle`: the extension, the language server, and the data that it reads.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const repository = dirname(here);
const out = join(here, 'dist', 'bundle');
const server = join(out, 'server');
const require = createRequire(import.meta.url);

rmSync(out, { recursive: true, force: true });
const metafiles = [
  await bundle({
    entryPoints: [join(here, 'dist', 'extension.js')],
    outfile: join(out, 'extension.cjs'),
    format: 'cjs',
    external: ['vscode'],
  }),
  await bundle({
    entryPoints: ['main.js', 'analysis-worker.js'].map((name) => join(repository, 'server', 'dist', name)),
    outdir: join(server, 'dist'),
    format: 'esm',
    // CommonJS asks for the modules of Node.js with `require`, and TypeScript for the name of its file.
    banner: {
      js: [
        "import{createRequire as $require}from'node:module';import{fileURLToPath as $path}from'node:url';",
        "const require=$require(import.meta.url),__filename=$path(import.meta.url),__dirname=$path(new URL('.',import.meta.url));",
      ].join(''),
    },
  }),
  // The analyzer loads a grammar when it meets the first statement that needs it, from two folders above itself.
  await bundle({
    entryPoints: ['postgresql', 'mysql', 'sqlite'].map((name) => require.resolve(`node-sql-parser/build/${name}.js`)),
    outdir: join(out, 'grammars'),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  }),
];
for (const stubs of ['kafka', 'sinks', 'platform']) {
  cpSync(join(repository, 'libraries', stubs), join(server, stubs), { recursive: true });
}
cpSync(join(repository, 'linter', 'kafka-eos.schema.json'), join(out, '..', 'schemas', 'kafka-eos.schema.json'));
const { version } = readJson(join(here, 'package.json'));
writeFileSync(join(server, 'package.json'), JSON.stringify({ version, type: 'module' }));
writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), notices(metafiles));

async function bundle(options) {
  const { metafile } = await build({
    ...options,
    absWorkingDir: repository,
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    // Some packages hide what they require from a bundler, but not in their module form.
    mainFields: ['module', 'main'],
    target: 'node20',
    logLevel: 'warning',
    legalComments: 'none',
    plugins: [{ name: 'compiler', setup: bundleCompiler }],
  });
  return metafile;
}

/** The analyzer asks for TypeScript at run time, where the extension has no packages: an import brings it in. */
function bundleCompiler({ onLoad }) {
  onLoad({ filter: /[\\/]analyzer[\\/]dist[\\/]typescript\.js$/ }, () => ({
    contents: "export { default } from 'typescript';",
    resolveDir: repository,
  }));
}

/** What the licences of bundled packages ask for: their text, with every copy. */
function notices(files) {
  const inputs = files.flatMap(({ inputs }) => Object.keys(inputs));
  const found = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  const folders = [...new Set(found.filter((folder) => folder !== undefined))].sort();
  return folders.map((folder) => noticeOf(join(repository, folder))).join('\n\n');
}

function noticeOf(folder) {
  const { name, version, license } = readJson(join(folder, 'package.json'));
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|thirdpartynotice)/i.test(file));
  return [`${name} ${version} (${license})`, ...texts.map((file) => readFileSync(join(folder, file), 'utf8'))].join(
    '\n',
  );
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
