import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allRules } from '@kafka-eos/rules';
import plugin from './plugin.ts';
import { optionsSchema } from './rule-options.ts';

const own = ['incomplete-analysis', 'suppression-without-reason', 'unused-suppression'];

const fileIn = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

describe('the plugin', () => {
  it('has a name, a version and a namespace: caches and workers ask for them', () => {
    assert.equal(plugin.meta.name, 'eslint-plugin-kafka-eos');
    assert.equal(plugin.meta.namespace, 'kafka-eos');
    assert.match(plugin.meta.version, /^\d+\.\d+\.\d+/);
  });

  it('has every rule of the engine, and those about suppressions and gaps', () => {
    assert.deepEqual(Object.keys(plugin.rules), [...allRules.map(({ id }) => id), ...own].sort());
  });

  for (const [id, rule] of Object.entries(plugin.rules)) {
    it(`says of ${id} what a host asks about`, () => {
      const { meta } = rule;
      assert.equal(meta?.type, 'problem');
      assert.match(meta.docs?.description ?? '', /^[A-Z].+\.$/);
      assert.match(meta.docs?.url ?? '', /^https:\/\/github\.com\/kafka-eos\/kafka-eos\/blob\/main\/docs\//);
      assert.deepEqual(meta.schema, [optionsSchema]);
      assert.equal(meta.fixable, own.includes(id) ? undefined : 'code');
      assert.equal(meta.hasSuggestions, own.includes(id) ? undefined : true);
      const ids = allRules.find((each) => each.id === id)?.messageIds ?? Object.keys(meta.messages ?? {});
      assert.ok(ids.length > 0);
      assert.deepEqual(
        ids.filter((each) => meta.messages?.[each] === undefined),
        [],
      );
    });
  }

  for (const preset of ['recommended', 'strict'] as const) {
    it(`has a configuration "${preset}" with the rules of that preset`, () => {
      const config = plugin.configs[preset];
      assert.equal(config.name, `kafka-eos/${preset}`);
      assert.equal(config.plugins?.['kafka-eos'], plugin, 'two plugins of one name are an error');
      const expected = allRules.filter(({ severity }) => severity[preset] !== 'off').map(({ id }) => id);
      const rules = Object.entries(config.rules ?? {});
      assert.deepEqual(rules.map(([id]) => id).sort(), [...expected, ...own].map((id) => `kafka-eos/${id}`).sort());
      const levels = rules.map(([, entry]) => (Array.isArray(entry) ? entry[0] : entry));
      assert.deepEqual(levels, [...levels].sort(), 'the first rule that is asked says what went wrong, as an error');
    });

    it(`has the preset "${preset}" for oxlint, as "npm run generate-oxlint" writes it`, () => {
      const generated = execFileSync(process.execPath, [fileIn('generate-oxlint.mjs'), preset], { encoding: 'utf8' });
      assert.equal(readFileSync(fileIn(`oxlint/${preset}.json`), 'utf8'), generated);
    });
  }
});
