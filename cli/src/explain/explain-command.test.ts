import assert from 'node:assert/strict';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { plain } from '../terminal/style.ts';
import { explainCommand } from './explain-command.ts';
import { openRulePages } from './rule-pages.ts';

const pages = { rules: ['a-rule', 'b-rule'], read: (rule: string) => `# ${rule}` };

describe('explain', () => {
  it('prints the page', () => {
    const terminal = fakeTerminal('/');
    assert.equal(explainCommand('a-rule', pages, terminal, plain), 0);
    assert.equal(terminal.printed(), 'a-rule\n');
  });

  it('guesses what was meant', () => {
    const terminal = fakeTerminal('/');
    assert.equal(explainCommand('a-rul', pages, terminal, plain), 2);
    assert.equal(terminal.complained(), 'kafka-eos: there is no rule "a-rul"; did you mean "a-rule"?\n');
    assert.equal(terminal.printed(), '');
  });

  it('lists the rules when it cannot guess, and reads no other file', () => {
    const terminal = fakeTerminal('/');
    assert.equal(explainCommand('../../../etc/passwd', pages, terminal, plain), 2);
    assert.match(terminal.complained(), /the rules are a-rule, b-rule\n$/);
  });

  it('has the pages of this repository', () => {
    const { rules, read } = openRulePages();
    assert.ok(rules.includes('in-memory-dedup'));
    assert.match(read('in-memory-dedup'), /^# in-memory-dedup/);
  });
});
