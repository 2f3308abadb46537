import assert from 'node:assert/strict';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { RawFinding, Rule } from '@kafka-eos/rules/contract/define-rule';
import { lint } from './session.ts';
import { check, requestFor, shown } from './testing/check-texts.ts';
import { engineWith, fakeEngine } from './testing/fake-engine.ts';

function lasting(place: Place, lasts: number): RawFinding {
  const severity = { recommended: 'warning', strict: 'warning' } as const;
  const words = { message: 'x', help: 'y\nz' };
  return { rule: 'short', messageId: 'x', severity, ...words, place, related: [], trace: [], lasts, fixes: () => [] };
}

describe('the settings of a workspace', () => {
  const config = (content: unknown): string => JSON.stringify(content);

  it('switch rules off and change levels', () => {
    const files = { 'a.ts': 'TRAP_x', 'kafka-eos.config.json': config({ rules: { trap: 'info' } }) };
    assert.deepEqual(shown(check(files)), ['a.ts:1 info trap x']);
    assert.deepEqual(shown(check(files, { rules: new Map([['trap', 'off']]) })), []);
  });

  it('switch on a rule that the preset leaves out', () => {
    const files = { 'a.ts': 'TRAP_quiet', 'kafka-eos.config.json': config({ rules: { trap: 'off', quiet: 'error' } }) };
    assert.deepEqual(shown(check(files)), ['a.ts:1 error quiet quiet']);
  });

  it('do not bring back one finding that a rule keeps out of the preset', () => {
    const shy: Rule = {
      ...fakeEngine.rules[0],
      id: 'shy',
      summary: 'Reports little.',
      severity: { recommended: 'error', strict: 'error' },
      messageIds: ['x'],
      run: ({ consumers }) =>
        consumers.map(({ place }): RawFinding => ({
          rule: 'shy',
          messageId: 'x',
          severity: { recommended: 'off', strict: 'error' },
          message: 'x',
          help: 'y\nz',
          place,
          related: [],
          trace: [],
          fixes: () => [],
        })),
    };
    const asked = requestFor(
      { 'a.ts': 'TRAP_x' },
      {
        rules: new Map([
          ['shy', 'error'],
          ['trap', 'off'],
        ]),
      },
    );
    assert.deepEqual(shown(lint(asked, engineWith(shy))), []);
  });

  it('say how late a duplicate may arrive', () => {
    const short: Rule = {
      ...fakeEngine.rules[0],
      id: 'short',
      summary: 'Reports what does not last.',
      severity: { recommended: 'warning', strict: 'warning' },
      messageIds: ['x'],
      run: ({ consumers }) => consumers.map(({ place }) => lasting(place, 7200)),
    };
    const late = (window?: number): readonly string[] => {
      const files = { 'a.ts': 'TRAP_x', 'kafka-eos.config.json': config({ redeliveryWindow: window }) };
      return shown(lint(requestFor(files, { rules: new Map([['trap', 'off']]) }), engineWith(short)));
    };
    assert.deepEqual(late(), []);
    assert.deepEqual(late(7200), []);
    assert.deepEqual(late(7201), ['a.ts:1 warning short x']);
  });

  it('hold for the nearest package, which inherits nothing', () => {
    const files = {
      'kafka-eos.config.json': config({ rules: { trap: 'off' } }),
      'a.ts': 'TRAP_x',
      'sub/b.ts': 'TRAP_x',
      'sub/package.json': config({ name: 'sub', 'kafka-eos': { rules: { trap: 'warning' } } }),
    };
    assert.deepEqual(shown(check(files)), ['sub/b.ts:1 warning trap x']);
  });

  it('differ for the files of an override, and the last one decides', () => {
    const files = {
      'kafka-eos.config.jsonc': `{ // comments are fine
        "overrides": [
          { "files": ["src/**"], "rules": { "trap": "off" } },
          { "files": ["*.gen.ts"], "rules": { "trap": "info" } },
        ],
      }`,
      'a.ts': 'TRAP_x',
      'src/b.ts': 'TRAP_x',
      'src/deep/c.gen.ts': 'TRAP_x',
    };
    assert.deepEqual(shown(check(files)), ['a.ts:1 error trap x', 'src/deep/c.gen.ts:1 info trap x']);
  });

  it('ignore files, with their notices', () => {
    const files = {
      'kafka-eos.config.json': config({ ignore: ['generated/'] }),
      'a.ts': 'TRAP_x',
      'generated/b.ts': 'TRAP_x BROKEN',
    };
    const result = check(files);
    assert.deepEqual(shown(result), ['a.ts:1 error trap x']);
    assert.deepEqual(result.notices, []);
  });

  it('come from the file that was named, and from no other', () => {
    const files = {
      'kafka-eos.config.json': config({ rules: { trap: 'off' } }),
      'ci/eos.json': config({ overrides: [{ files: ['src/**'], rules: { trap: 'warning' } }] }),
      'a.ts': 'TRAP_x',
      'src/b.ts': 'TRAP_x',
    };
    assert.deepEqual(shown(check(files, { configFile: '/workspace/ci/eos.json' })), [
      'a.ts:1 error trap x',
      'src/b.ts:1 warning trap x',
    ]);
  });
});
