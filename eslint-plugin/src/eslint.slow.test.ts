import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint as ESLint10, type Linter } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import tseslint from 'typescript-eslint';
import plugin from './plugin.ts';
import { committedReader, handlerOf, noCharge, uncommittedReader, unkeyedCharge } from './testing/sample-texts.ts';
import { inFolder, writeFiles } from './testing/temporary-folder.ts';

const parsed: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } };
const config = (...own: readonly Linter.Config[]): Linter.Config[] => [parsed, plugin.configs.recommended, ...own];

/** The messages as `line:column rule messageId`. */
function shown(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(({ line, column, ruleId, messageId, message }) =>
    [`${line}:${column}`, ruleId?.replace('kafka-eos/', '') ?? message, messageId ?? ''].join(' ').trim(),
  );
}

const uncommitted = '4:53 read-uncommitted-consumer optedOut';

for (const [host, ESLint] of Object.entries({ 'ESLint 9': ESLint9, 'ESLint 10': ESLint10 })) {
  describe(`in ${host}`, function () {
    this.timeout(60_000);

    const open = (cwd: string, ...own: readonly Linter.Config[]) =>
      new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config(...own) });
    const linted = async (cwd: string, ...own: readonly Linter.Config[]) => {
      const results = await open(cwd, ...own).lintFiles(['.']);
      return Object.fromEntries(
        results.map(({ filePath, messages }) => [filePath.slice(cwd.length + 1), shown(messages)]),
      );
    };

    it('an unsaved text counts for its own file and for every other', () =>
      inFolder({ 'main.ts': handlerOf('./charge.ts'), 'charge.ts': noCharge }, async (cwd) => {
        const eslint = open(cwd);
        const lint = async (file: string, text: string) => {
          const [result] = await eslint.lintText(text, { filePath: join(cwd, file) });
          return shown(result?.messages ?? []);
        };
        assert.deepEqual(await lint('charge.ts', noCharge), []);
        assert.deepEqual(await lint('charge.ts', unkeyedCharge), ['6:9 unkeyed-external-write payment']);
        assert.deepEqual(await lint('main.ts', committedReader), []);
        assert.deepEqual(await lint('charge.ts', unkeyedCharge), [], 'nobody calls it any more');
        assert.deepEqual(await lint('new.ts', uncommittedReader), [uncommitted]);
        assert.deepEqual(await lint('main.ts', handlerOf('./charge.ts')), []);
        assert.deepEqual(await lint('charge.ts', `\n${unkeyedCharge}`), ['7:9 unkeyed-external-write payment']);
      }));

    it('comments of ESLint and comments of kafka-eos both keep their meaning', () => {
      const above = (comment: string): string =>
        uncommittedReader.replace('\nconst consumer', `${comment}\nconst consumer`);
      return inFolder(
        {
          'eslint.ts': above('\n// eslint-disable-next-line kafka-eos/read-uncommitted-consumer -- audit'),
          'ours.ts': above('\n// kafka-eos-disable-next-line read-uncommitted-consumer -- audit'),
          'bare.ts': above('\n// kafka-eos-disable-next-line read-uncommitted-consumer'),
          'unused.ts': committedReader.replace(
            '\nconst consumer',
            '\n// kafka-eos-disable-next-line in-memory-dedup -- audit\nconst consumer',
          ),
        },
        async (cwd) => {
          assert.deepEqual(await linted(cwd), {
            'bare.ts': ['4:1 suppression-without-reason no-reason', '5:53 read-uncommitted-consumer optedOut'],
            'eslint.ts': [],
            'ours.ts': [],
            'unused.ts': ['4:1 unused-suppression unused'],
          });
        },
      );
    });

    it('a fix keeps the byte order mark and the line breaks, and its text counts for what is linted after it', () => {
      const text = `\uFEFF${uncommittedReader.replaceAll('\n', '\r\n')}`;
      return inFolder({ 'a.ts': text }, async (cwd) => {
        assert.deepEqual(await linted(cwd), { 'a.ts': [uncommitted] });
        const eslint = new ESLint({ cwd, fix: true, overrideConfigFile: true, overrideConfig: config() });
        const results = await eslint.lintFiles(['.']);
        assert.deepEqual(shown(results[0]?.messages ?? []), []);
        for (const { filePath, output } of results) writeFileSync(filePath, output ?? '');
        assert.equal(readFileSync(join(cwd, 'a.ts'), 'utf8'), `\uFEFF${committedReader.replaceAll('\n', '\r\n')}`);
        assert.deepEqual(await linted(cwd), { 'a.ts': [] });
      });
    });

    it('a second run with a cache says the same', () =>
      inFolder({ 'a.ts': uncommittedReader, 'b.ts': committedReader }, async (cwd) => {
        const run = async () => {
          const options = { cwd, cache: true, cacheLocation: join(cwd, '.cache'), overrideConfigFile: true } as const;
          const results = await new ESLint({ ...options, overrideConfig: config() }).lintFiles(['.']);
          return results.flatMap(({ messages }) => shown(messages));
        };
        assert.deepEqual(await run(), [uncommitted]);
        assert.deepEqual(await run(), [uncommitted]);
      }));

    it('a wrong configuration is one clear message where Kafka is named, and none elsewhere', () =>
      inFolder(
        { 'a.ts': committedReader, 'b.ts': 'export {};', 'kafka-eos.config.json': '{ "preset": "all" }' },
        async (cwd) => {
          const [a, b] = await open(cwd).lintFiles(['.']);
          assert.deepEqual(
            a?.messages.map(({ line, message, severity }) => ({ line, message, severity })),
            [
              {
                line: 1,
                message:
                  'Nothing was checked: kafka-eos.config.json:1:13: preset: expected "recommended" or "strict", found "all"',
                severity: 2,
              },
            ],
          );
          assert.deepEqual(b?.messages, []);
          writeFiles(cwd, { 'kafka-eos.config.json': '{}' });
          const settings = { 'kafka-eos': { tests: true } };
          assert.match(
            (await open(cwd, { settings }).lintFiles(['a.ts']))[0]?.messages[0]?.message ?? '',
            /unknown key "tests"/,
          );
        },
      ));

    it('what could not be looked at is no silence', () => {
      const binary = `${noCharge}// \0\n`;
      return inFolder({ 'main.ts': handlerOf('./charge.ts'), 'charge.ts': binary }, async (cwd) => {
        assert.deepEqual(await linted(cwd), { 'charge.ts': ['1:1 incomplete-analysis gap'], 'main.ts': [] });
      });
    });

    it('code that is nested deeper than ESLint can follow is followed', () => {
      const deep = `const deep = ${'['.repeat(1200)}${']'.repeat(1200)};\n`;
      const charging = `import { deep } from './deep.ts';\n${unkeyedCharge.replace('amount: 100', 'amount: deep.length')}`;
      const files = { 'main.ts': handlerOf('./charge.ts'), 'charge.ts': charging, 'deep.ts': `export ${deep}` };
      return inFolder(files, async (cwd) => {
        const { 'deep.ts': own, ...others } = await linted(cwd, { ignores: ['deep.ts'] });
        assert.equal(own, undefined);
        assert.deepEqual(others, { 'charge.ts': ['7:9 unkeyed-external-write payment'], 'main.ts': [] });
      });
    });

    it('blocks of code in other files are left alone', () =>
      inFolder({ 'page.md': uncommittedReader }, async (cwd) => {
        const processor: Linter.Processor = {
          preprocess: (text) => [{ text, filename: '0.ts' }],
          postprocess: (messages) => messages.flat(),
        };
        const results = await open(cwd, { files: ['**/*.md'], processor }).lintFiles(['page.md']);
        assert.deepEqual(
          results.map(({ messages }) => shown(messages)),
          [[]],
        );
      }));

    it('several workers come to the same', () => {
      const own = `import tseslint from ${JSON.stringify(import.meta.resolve('typescript-eslint'))};
import plugin from ${JSON.stringify(new URL('./plugin.js', import.meta.url).href)};
export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, plugin.configs.recommended];
`;
      const files = {
        'a.ts': uncommittedReader,
        'b.ts': handlerOf('./c.ts'),
        'c.ts': unkeyedCharge,
        'eslint.config.mjs': own,
      };
      return inFolder(files, async (cwd) => {
        const results = await new ESLint({ cwd, concurrency: 2 }).lintFiles(['**/*.ts']);
        assert.deepEqual(
          results.map(({ messages }) => shown(messages)),
          [[uncommitted], [], ['6:9 unkeyed-external-write payment']],
        );
      });
    });
  });
}
