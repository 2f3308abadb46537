import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFinding, sampleReport, sampleText } from '../testing/sample-report.ts';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { parseJsonReport, parseSarif } from '../testing/parse-report.ts';
import { inFolder } from '../testing/temporary-folder.ts';
import type { AnalysisJob, AnalysisReply } from '../worker-protocol.ts';
import { checkCommand } from './check-command.ts';
import type { CheckOptions } from './check-options.ts';

const options: CheckOptions = {
  paths: [],
  outputs: [{ format: 'json' }],
  rules: new Map(),
  fix: 'none',
  failOn: 'error',
  allowIncomplete: false,
  includeTests: false,
  quiet: false,
  timing: false,
  maxStates: 100,
  thorough: false,
  colour: undefined,
};

type Done = Extract<AnalysisReply, { readonly kind: 'done' }>;

const done: Done = {
  kind: 'done',
  result: {
    findings: [sampleFinding, { ...sampleFinding, severity: 'warning' }],
    notices: [],
    summary: { ...sampleReport.summary, warnings: 1 },
    clients: ['kafkajs'],
    configProblems: [],
  },
  files: [],
  applied: 0,
  rules: sampleReport.rules,
  timings: [{ name: 'analysis', ms: 12.34, calls: 1 }],
};

/** Checks a folder with one file, with an analysis that answers `reply`. */
const checked = (
  changes: Partial<CheckOptions>,
  reply: (folder: string) => AnalysisReply,
  env: Record<string, string> = {},
) =>
  inFolder({ 'src/payments.ts': sampleText }, async (folder) => {
    const terminal = fakeTerminal(folder, env);
    const jobs: AnalysisJob[] = [];
    const status = await checkCommand({ ...options, ...changes }, terminal, '1.2.3', (job) => {
      jobs.push(job);
      return Promise.resolve(reply(folder));
    });
    const read = (name: string): string | undefined =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
    const files = { text: read('src/payments.ts'), report: read('out.sarif') };
    return { status, job: jobs[0], folder, ...files, out: terminal.printed(), err: terminal.complained() };
  });

describe('check', () => {
  it('prints one JSON object, and one line on the error stream', async () => {
    const { status, out, err } = await checked({}, () => done);
    assert.equal(status, 1);
    assert.equal(parseJsonReport(out).findings.length, 2);
    assert.match(err, /^kafka-eos: 1 error; [^\n]+\n$/);
  });

  it('asks for absolute paths and names the configuration absolutely', async () => {
    const { job, folder } = await checked({ paths: ['src'], config: 'ci/eos.json', preset: 'strict' }, () => done);
    assert.equal(job?.root, join(folder, 'src'));
    assert.deepEqual(job.paths, [join(folder, 'src')]);
    assert.deepEqual(job.settings, { rules: new Map(), configFile: join(folder, 'ci/eos.json'), preset: 'strict' });
    assert.equal(job.withFixes, true);
  });

  it('verifies fixes only for reports that show them', async () => {
    const { job } = await checked(
      { outputs: [{ format: 'compact' }, { format: 'github', file: 'out.sarif' }] },
      () => done,
    );
    assert.equal(job?.withFixes, false);
  });

  it('shows errors only when it is to be quiet, and still counts the rest', async () => {
    const { out } = await checked({ quiet: true }, () => done);
    assert.equal(parseJsonReport(out).findings.length, 1);
    assert.equal(parseJsonReport(out).summary['warnings'], 1);
  });

  it('writes a report to its file, without colours', async () => {
    const outputs = [{ format: 'pretty' }, { format: 'sarif', file: 'out.sarif' }] as const;
    const { out, report } = await checked({ outputs, colour: true }, () => done);
    assert.ok(out.includes('\u001B[31m'));
    assert.equal(parseSarif(report ?? '').version, '2.1.0');
    assert.ok(!report?.includes('\u001B'));
  });

  it('fails when a report cannot be written', async () => {
    const { status, err } = await checked({ outputs: [{ format: 'json', file: 'no/such/out.json' }] }, () => done);
    assert.equal(status, 2);
    assert.match(err, /the report no\/such\/out\.json was not written: its folder does not exist/);
  });

  const fixing =
    (before: string) =>
    (folder: string): AnalysisReply => ({
      ...done,
      result: { ...done.result, findings: [], summary: { ...sampleReport.summary, errors: 0 } },
      applied: 1,
      files: [{ path: join(folder, 'src/payments.ts'), before: Buffer.from(before), after: Buffer.from('fixed') }],
    });

  it('writes what the fixes lead to', async () => {
    const { status, text, out } = await checked({ fix: 'safe', outputs: [{ format: 'pretty' }] }, fixing(sampleText));
    assert.equal(status, 0);
    assert.equal(text, 'fixed');
    assert.match(out, /^Fixed 1 problem in 1 file\./);
  });

  it('keeps a file that somebody changed meanwhile', async () => {
    const { status, text, err } = await checked({ fix: 'safe' }, fixing('something else'));
    assert.equal(status, 2);
    assert.equal(text, sampleText);
    assert.match(err, /src\/payments\.ts was not fixed: it changed in the meantime/);
  });

  it('tells an analysis that failed in one line, and its stack only on request', async () => {
    const failure = (): AnalysisReply => ({ kind: 'failed', message: 'out of memory', stack: 'Error\n    at x' });
    const { status, out, err } = await checked({}, failure);
    assert.deepEqual([status, out, err], [2, '', 'kafka-eos: out of memory\n']);
    const { err: more } = await checked({}, failure, { KAFKA_EOS_DEBUG: '1' });
    assert.equal(more, 'kafka-eos: out of memory\nError\n    at x\n');
  });

  it('tells problems of the configuration in the report and on the error stream', async () => {
    const { status, out, err } = await checked({}, (folder) => ({
      ...done,
      result: {
        ...done.result,
        findings: [],
        configProblems: [
          { file: join(folder, 'kafka-eos.config.json'), line: 2, column: 3, message: 'unknown key "x"' },
        ],
      },
    }));
    assert.equal(status, 2);
    assert.deepEqual(parseJsonReport(out).notices, [{ message: 'kafka-eos.config.json:2:3: unknown key "x"' }]);
    assert.match(err, /^kafka-eos: kafka-eos\.config\.json:2:3: unknown key "x"; nothing was checked/);
  });

  it('tells where the time went on the error stream', async () => {
    const { out, err } = await checked({ timing: true }, () => done);
    assert.match(err, /^analysis +12\.3 ms {2}1×\ntotal /);
    assert.ok(parseJsonReport(out));
  });

  it('spells places as GitHub does, from the checkout', async () => {
    const outputs = [{ format: 'github' }] as const;
    const { out, folder } = await checked({ outputs, paths: ['src'] }, () => ({
      ...done,
      result: { ...done.result, findings: [{ ...sampleFinding, file: 'payments.ts' }] },
    }));
    assert.match(out, /^::error file=src\/payments\.ts,/);
    assert.ok(!out.includes(folder));
  });
});
