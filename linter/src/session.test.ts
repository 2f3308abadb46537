import assert from 'node:assert/strict';
import type { Rule } from '@kafka-eos/rules/contract/define-rule';
import { lint } from './session.ts';
import { check, requestFor, shown } from './testing/check-texts.ts';
import { engineWith } from './testing/fake-engine.ts';

describe('lint', () => {
  it('reports findings in the order of their places', () => {
    assert.deepEqual(shown(check({ 'b.ts': 'TRAP_x', 'a.ts': '\nTRAP_y TRAP_x' })), [
      'a.ts:2 error trap y',
      'a.ts:2 error trap x',
      'b.ts:1 error trap x',
    ]);
  });

  it('gives every finding the address of its page', () => {
    const [finding] = check({ 'a.ts': 'TRAP_x' }).findings;
    assert.equal(finding?.url, 'https://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/trap.md');
  });

  it('counts by severity', () => {
    const { summary } = check({ 'a.ts': 'TRAP_x TRAP_quiet' }, { preset: 'strict' });
    assert.deepEqual(
      { errors: summary.errors, warnings: summary.warnings, infos: summary.infos },
      { errors: 2, warnings: 1, infos: 0 },
    );
  });

  it('says in words that there is no Kafka code', () => {
    assert.deepEqual(
      check({ 'a.ts': '' }).notices.map(({ message }) => message),
      ['no Kafka code found: 1 file was looked at'],
    );
  });

  it('does not say so while a file could not be looked at', () => {
    assert.deepEqual(
      check({ 'a.ts': 'BROKEN' }).notices.map(({ message }) => message),
      ['cannot be parsed'],
    );
  });

  it('names a rule that fails, keeps the findings of the others, and is incomplete', () => {
    const failing: Rule = {
      id: 'failing',
      summary: 'Fails.',
      severity: { recommended: 'error', strict: 'error' },
      messageIds: [],
      run: () => {
        throw new Error('out of luck');
      },
    };
    const result = lint(requestFor({ 'a.ts': 'TRAP_x' }), engineWith(failing));
    assert.equal(result.findings.length, 1);
    assert.deepEqual(result.notices, [
      { message: 'the rule failing failed (out of luck); its findings are missing', incomplete: true },
    ]);
  });

  it('refuses to check with a rule that does not exist', () => {
    const { configProblems, findings } = check({ 'a.ts': 'TRAP_x' }, { rules: new Map([['trapp', 'off']]) });
    assert.deepEqual(configProblems, [{ message: 'there is no rule "trapp"; did you mean "trap"?' }]);
    assert.deepEqual(findings, []);
  });

  it('refuses to check while a configuration of the slice is wrong', () => {
    const { configProblems } = check({
      'a.ts': 'TRAP_x',
      'sub/b.ts': '',
      'sub/kafka-eos.config.json': '{ "rule": {} }',
    });
    assert.deepEqual(configProblems, [
      {
        file: '/workspace/sub/kafka-eos.config.json',
        line: 1,
        column: 3,
        message: 'unknown key "rule"; did you mean "rules"?',
      },
    ]);
  });
});
