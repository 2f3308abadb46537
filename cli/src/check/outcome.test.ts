import assert from 'node:assert/strict';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import { outcomeOf, type Limits } from './outcome.ts';

const summary = { files: 1, filesScanned: 1, handlers: 1, transactions: 0, errors: 0, warnings: 0, infos: 0 };
const limits: Limits = { failOn: 'error', allowIncomplete: false };

const result = (changes: Partial<LintResult>, counts: Partial<LintResult['summary']> = {}): LintResult => ({
  findings: [],
  notices: [],
  clients: ['kafkajs'],
  configProblems: [],
  ...changes,
  summary: { ...summary, ...counts },
});

const outcome = (value: LintResult, changes: Partial<Limits> = {}, writeProblems: readonly string[] = []) =>
  outcomeOf(value, writeProblems, { ...limits, ...changes }, (file) => `shown/${file}`);

describe('the outcome of a check', () => {
  it('is 0 below the limit, without a word', () => {
    assert.deepEqual(outcome(result({})), { status: 0 });
    assert.deepEqual(outcome(result({}, { warnings: 3, infos: 2 })), { status: 0 });
  });

  it('is 1 at the limit', () => {
    assert.equal(outcome(result({}, { errors: 1 })).status, 1);
    assert.equal(outcome(result({}, { warnings: 1 }), { failOn: 'warning' }).status, 1);
    assert.equal(outcome(result({}, { infos: 1 }), { failOn: 'warning' }).status, 0);
    assert.equal(outcome(result({}, { infos: 1 }), { failOn: 'info' }).status, 1);
    assert.match(outcome(result({}, { errors: 2 })).line ?? '', /^2 errors; /);
  });

  it('is 1 for too many warnings', () => {
    assert.equal(outcome(result({}, { warnings: 2 }), { maxWarnings: 2 }).status, 0);
    assert.equal(outcome(result({}, { warnings: 3 }), { maxWarnings: 2 }).status, 1);
    assert.equal(outcome(result({}, { warnings: 1 }), { maxWarnings: 0 }).status, 1);
  });

  it('is 2 when not everything was analysed, whatever was found', () => {
    const notices = [
      { message: 'The file is too large.', file: 'a.ts', incomplete: true },
      { message: 'A rule failed', incomplete: true },
    ];
    assert.deepEqual(outcome(result({ notices }, { errors: 1 })), {
      status: 2,
      line: 'not everything could be analysed (shown/a.ts: The file is too large (and 1 more)); correct that, or pass --allow-incomplete',
    });
    assert.equal(outcome(result({ notices }, { errors: 1 }), { allowIncomplete: true }).status, 1);
    assert.equal(outcome(result({ notices }), { allowIncomplete: true }).status, 0);
    assert.equal(outcome(result({ notices: [{ message: 'by the way', incomplete: false }] })).status, 0);
  });

  it('is 2 when something could not be written', () => {
    assert.deepEqual(outcome(result({}), {}, ['a.ts was not fixed: EACCES']), {
      status: 2,
      line: 'a.ts was not fixed: EACCES',
    });
  });

  it('is 2 for a configuration that is wrong', () => {
    const configProblems = [{ file: 'kafka-eos.config.json', line: 3, column: 5, message: 'unknown key "rule"' }];
    assert.deepEqual(outcome(result({ configProblems })), {
      status: 2,
      line: 'shown/kafka-eos.config.json:3:5: unknown key "rule"; nothing was checked: correct the configuration',
    });
    assert.match(
      outcome(result({ configProblems: [{ message: 'there is no rule "x"' }] })).line ?? '',
      /correct the option/,
    );
  });

  it('says in words that there was no Kafka code', () => {
    const notices = [{ message: 'no Kafka code found: 3 files were looked at', incomplete: false }];
    assert.deepEqual(outcome(result({ notices, clients: [] }, { handlers: 0 })), {
      status: 0,
      line: 'no Kafka code found: 3 files were looked at; check the path if that is a surprise',
    });
  });
});
