import assert from 'node:assert/strict';
import { sampleFinding, sampleReport } from '../testing/sample-report.ts';
import { pretty } from './pretty.ts';

describe('the pretty report', () => {
  it('shows the code, the reason, the run and the fix', () => {
    assert.equal(
      pretty(sampleReport),
      `error seen.has(id) decides whether charge runs, and it lives in this process.
  at src/payments.ts:2:7  in-memory-dedup
  1 │ async function handle(id: string) {
  2 │   if (seen.has(id)) return;
    │        ^^^^^^^^^^^^
  3 │   charge();
  why After a crash it is empty.
  how Record the id in the database.
  run 1. src/payments.ts:3:3    effect  charge runs
  run 2. src/payments.ts:3:3  ✗ fault   the process crashes
  run 3. src/payments.ts:2:7  ↻ replay  the message comes again, and the guard knows nothing
  see src/payments.ts:4:3  recorded here
  fix key the charge (may change what the program does: --fix-unsafe)
  doc https://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/in-memory-dedup.md

Found 1 error. (2 files, 1 handler, 0 transactions, kafkajs, 42 ms)
`,
    );
  });

  const summaryOf = (changes: Partial<typeof sampleReport>): string =>
    pretty({
      ...sampleReport,
      findings: [],
      summary: { ...sampleReport.summary, errors: 0 },
      ...changes,
    });

  it('tells "nothing found" from "nothing there" and from "not everything was seen"', () => {
    assert.match(summaryOf({}), /^Nothing found\. /);
    const absent = { ...sampleReport.summary, errors: 0, handlers: 0 };
    assert.match(summaryOf({ clients: [], summary: absent }), /^No Kafka code found\. /);
    const notices = [{ message: 'is too large', file: 'src/big.ts', incomplete: true }];
    assert.match(
      summaryOf({ notices }),
      /^note src\/big\.ts: is too large\n\nNothing found in what could be analysed\. /,
    );
    assert.equal(summaryOf({ checked: false }), 'Nothing was checked.\n');
  });

  it('says what was fixed', () => {
    assert.match(summaryOf({ applied: { fixes: 3, files: 1 } }), /^Fixed 3 problems in 1 file\.\nNothing found\./);
  });

  it('shows a finding in a file that cannot be read any more', () => {
    const text = pretty({ ...sampleReport, textOf: () => undefined });
    assert.doesNotMatch(text, /│/);
    assert.match(text, /src\/payments\.ts:2:7/);
  });

  it('cuts long lines around the span', () => {
    const text = `${'a'.repeat(5000)}TRAP${'b'.repeat(5000)}`;
    const place = { start: { line: 1, column: 5001 }, end: { line: 1, column: 5005 } };
    const lines = pretty({
      ...sampleReport,
      findings: [{ ...sampleFinding, ...place }],
      textOf: () => text,
    }).split('\n');
    const code = lines[2] ?? '';
    assert.ok(code.length < 160);
    assert.equal((lines[3] ?? '').indexOf('^'), code.indexOf('TRAP'));
  });

  it('underlines wide characters over their whole width', () => {
    const place = { start: { line: 1, column: 3 }, end: { line: 1, column: 5 } };
    const lines = pretty({
      ...sampleReport,
      findings: [{ ...sampleFinding, ...place }],
      textOf: () => '支払いを',
    }).split('\n');
    assert.deepEqual(lines.slice(2, 4), ['  1 │ 支払いを', '    │     ^^^^']);
  });
});
