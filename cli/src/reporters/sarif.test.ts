import assert from 'node:assert/strict';
import type { Result, Run } from 'sarif';
import { parseSarif } from '../testing/parse-report.ts';
import { hostileReport, sampleFinding, sampleReport } from '../testing/sample-report.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';

function runOf(report: Report): Run {
  const log = parseSarif(sarif(report));
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  assert.ok(run);
  return run;
}

function resultOf(report: Report): Result {
  const [result] = runOf(report).results ?? [];
  assert.ok(result);
  return result;
}

describe('the sarif report', () => {
  it('names the tool and all its rules', () => {
    const { driver } = runOf(sampleReport).tool;
    assert.equal(driver.name, 'kafka-eos');
    assert.equal(driver.semanticVersion, '1.2.3');
    assert.deepEqual(
      driver.rules?.map(({ id, helpUri, defaultConfiguration }) => ({ id, helpUri, defaultConfiguration })),
      [
        {
          id: 'first',
          helpUri: 'https://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/first.md',
          defaultConfiguration: { enabled: false, level: 'warning' },
        },
        {
          id: 'in-memory-dedup',
          helpUri: 'https://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/in-memory-dedup.md',
          defaultConfiguration: { enabled: true, level: 'error' },
        },
      ],
    );
  });

  it('has a result with the fields that code scanning requires', () => {
    const result = resultOf(sampleReport);
    assert.equal(result.ruleId, 'in-memory-dedup');
    assert.equal(result.ruleIndex, 1);
    assert.equal(result.level, 'error');
    assert.match(result.message.text ?? '', /^seen\.has/);
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'services/src/payments.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 19 },
        },
      },
    ]);
    assert.match(result.partialFingerprints?.['primaryLocationLineHash'] ?? '', /^[0-9a-f]{16}:1$/);
  });

  it('tells the run as a code flow, and the rest as related locations and fixes', () => {
    const result = resultOf(sampleReport);
    const steps = result.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    assert.deepEqual(
      steps.map(({ kinds, executionOrder, location }) => [executionOrder, kinds?.[0], location?.message?.text]),
      sampleFinding.trace.map(({ kind, message }, i) => [i + 1, kind, message]),
    );
    assert.equal(result.relatedLocations?.[0]?.message?.text, 'recorded here');
    assert.deepEqual(result.fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 10 },
        insertedContent: { text: 'id' },
      },
    ]);
  });

  it('encodes names so that a URI parser reads them back', () => {
    for (const name of ['a b.ts', 'a#b?c.ts', '%41.ts', 'ü/支.ts', 'c:d.ts', '\u001B.ts', 'a\nb.ts']) {
      const report = { ...sampleReport, repositoryPath: () => name };
      const uri = resultOf(report).locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      assert.match(uri, /^[\w.~!*'()%/-]+$/);
      assert.equal(decodeURIComponent(uri), name);
      assert.equal(decodeURIComponent(new URL(uri, 'file:///root/').pathname), `/root/${name}`);
    }
  });

  it('says when not everything was analysed', () => {
    const [invocation] = runOf(hostileReport('x')).invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation.toolExecutionNotifications?.[0]?.level, 'error');
  });

  it('is cut where upload services refuse more, and says so', () => {
    const findings = Array.from({ length: 5003 }, () => sampleFinding);
    const run = runOf({ ...sampleReport, findings });
    assert.equal(run.results?.length, 5000);
    const notes = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.equal(notes.at(-1)?.message.text, '3 more findings are not in this report');
    assert.equal(new Set(run.results.map((result) => JSON.stringify(result.partialFingerprints))).size, 5000);
  });
});
