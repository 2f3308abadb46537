import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  DocumentDiagnosticRequest,
  ErrorCodes,
  RegistrationRequest,
  ResponseError,
} from 'vscode-languageserver/node';
import { serveHere, type Editor } from './testing/editor.ts';
import { openMailbox } from './testing/mailbox.ts';
import { nothing, scriptedAnalysis, trapsIn, type AskedJob } from './testing/scripted-analysis.ts';

const uri = 'file:///w/a.ts';
const pause = () => Promise.resolve();
const about = (text: string) => (asked: AskedJob) => asked.job.texts.get('/w/a.ts') === text;

describe('serve', () => {
  it('never sends what an older version had', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const editor = serveHere({ analyse, pause });
    await editor.start(['/w']);
    editor.open(uri, 'TRAP');
    const old = await answering(asked, 'TRAP');
    editor.change(uri, 2, ' TRAP');
    await roundTrip(editor);
    old.reply(trapsIn(old.job));
    const late = await asked.first(about(' TRAP'));
    await roundTrip(editor);
    assert.deepEqual(editor.published.all(), []);
    late.reply(trapsIn(late.job));
    const { version, diagnostics } = await editor.published.first(() => true);
    assert.deepEqual([version, diagnostics.map(({ range }) => range.start.character)], [2, [1]]);
  });

  it('analyses once for a burst of changes', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const quiet = openMailbox<'quiet'>();
    const editor = serveHere({ analyse, pause: () => quiet.first(() => true).then(() => undefined) });
    await editor.start(['/w']);
    editor.open(uri, 'one');
    editor.change(uri, 2, 'two');
    editor.change(uri, 3, 'TRAP');
    await roundTrip(editor);
    quiet.put('quiet');
    const only = await asked.first(() => true);
    assert.equal(only.job.texts.get('/w/a.ts'), 'TRAP');
    only.reply(trapsIn(only.job));
    await editor.published.first(({ version }) => version === 3);
    assert.equal(asked.all().length, 1);
  });

  it('says that the analysis crashed, once, and keeps the diagnostics', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const editor = serveHere({ analyse, pause });
    await editor.start(['/w']);
    editor.open(uri, 'TRAP');
    const good = await answering(asked, 'TRAP');
    good.reply(trapsIn(good.job));
    await editor.published.first(({ version }) => version === 1);
    for (const [version, text] of [
      [2, 'crash'],
      [3, 'crash again'],
    ] as const) {
      editor.change(uri, version, text);
      (await answering(asked, text)).reply({ kind: 'failed', message: 'internal error: oops' });
    }
    editor.change(uri, 4, 'fine');
    const fine = await answering(asked, 'fine');
    await roundTrip(editor);
    assert.deepEqual(
      editor.shown.all().map(({ message }) => message),
      ['kafka-eos: internal error: oops'],
    );
    assert.equal(editor.published.all().length, 1);
    fine.reply(trapsIn(fine.job));
    assert.deepEqual((await editor.published.first(({ version }) => version === 4)).diagnostics, []);
  });

  it('leaves an editor that asks what it has while nothing can be checked', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const editor = serveHere({ analyse, pause });
    await editor.start(['/w'], { textDocument: { diagnostic: {} } });
    editor.open(uri, 'TRAP');
    const params = { textDocument: { uri }, previousResultId: 'earlier' };
    const report = editor.connection.sendRequest(DocumentDiagnosticRequest.type, params);
    const { reply } = await answering(asked, 'TRAP');
    const configProblems = [{ file: '/w/kafka-eos.config.json', line: 3, message: 'there is no rule "x"' }];
    reply({ kind: 'done', result: { ...nothing, configProblems } });
    assert.deepEqual(await report, { kind: 'unchanged', resultId: 'earlier' });
    const { message } = await editor.shown.first(() => true);
    assert.equal(message, 'kafka-eos: nothing is checked: kafka-eos.config.json:3: there is no rule "x"');
  });

  it('goes on when the editor refuses what it said it can do', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const editor = serveHere({ analyse, pause });
    editor.connection.onRequest(RegistrationRequest.type, () => new ResponseError(ErrorCodes.MethodNotFound, 'no'));
    await editor.start(['/w'], { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    editor.open(uri, 'TRAP');
    const { job, reply } = await answering(asked, 'TRAP');
    reply(trapsIn(job));
    await editor.published.first(({ version }) => version === 1);
  });

  it('offers nothing for a text that has changed since', async () => {
    const { analyse, asked } = scriptedAnalysis();
    const editor = serveHere({ analyse, pause });
    await editor.start(['/w'], { textDocument: { diagnostic: {} } });
    editor.open(uri, 'TRAP');
    const place = { line: 0, character: 1 };
    const params = { textDocument: { uri }, range: { start: place, end: place }, context: { diagnostics: [] } };
    const actions = editor.connection.sendRequest(CodeActionRequest.type, params);
    const findings = await answering(asked, 'TRAP');
    findings.reply(trapsIn(findings.job));
    const fixes = await asked.first(({ job }) => job.question.kind === 'fixes');
    editor.change(uri, 2, 'fine');
    await roundTrip(editor);
    fixes.reply(trapsIn(fixes.job));
    assert.deepEqual(await actions, []);
  });
});

/** The job about this text; jobs about the folder as it was before are answered on the way. */
async function answering(asked: ReturnType<typeof scriptedAnalysis>['asked'], text: string): Promise<AskedJob> {
  const first = await asked.first((job) => about(text)(job) || job.job.texts.size === 0);
  if (first.job.texts.size === 0) first.reply(trapsIn(first.job));
  return asked.first(about(text));
}

/** Once this answer is here, what was sent before the question has been read, and what came before the answer too. */
async function roundTrip({ connection }: Editor): Promise<void> {
  await assert.rejects(connection.sendRequest('ping'));
}
