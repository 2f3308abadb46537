import assert from 'node:assert/strict';
import { sampleFinding, sampleReport } from '../testing/sample-report.ts';
import { github } from './github.ts';

const first = (report: typeof sampleReport): string => github(report).split('\n')[0] ?? '';

describe('the github report', () => {
  it('annotates the line, relative to the repository', () => {
    assert.equal(
      first(sampleReport),
      '::error file=services/src/payments.ts,line=2,endLine=2,col=7,endColumn=19,title=kafka-eos%3A in-memory-dedup::' +
        'seen.has(id) decides whether charge runs, and it lives in this process.%0AAfter a crash it is empty.%0A' +
        'Record the id in the database.%0Ahttps://github.com/kafka-eos/kafka-eos/blob/main/docs/rules/in-memory-dedup.md',
    );
  });

  it('escapes what ends a property or a message', () => {
    const finding = { ...sampleFinding, message: '100%\r\nsure' };
    const line = first({ ...sampleReport, findings: [finding], repositoryPath: () => 'a,b:c%.ts' });
    assert.match(line, /^::error file=a%2Cb%3Ac%25\.ts,line=2/);
    assert.match(line, /::100%25%0D%0Asure%0A/);
  });

  it('names the severity as GitHub does', () => {
    assert.match(first({ ...sampleReport, findings: [{ ...sampleFinding, severity: 'info' }] }), /^::notice /);
    assert.match(first({ ...sampleReport, findings: [{ ...sampleFinding, severity: 'warning' }] }), /^::warning /);
  });

  it('leaves columns out of a span over several lines', () => {
    const finding = { ...sampleFinding, end: { line: 4, column: 2 } };
    assert.match(first({ ...sampleReport, findings: [finding] }), /line=2,endLine=4,title=/);
  });
});
