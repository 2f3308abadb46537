import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  CodeActionResolveRequest,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  ExecuteCommandRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
  CancellationTokenSource,
  WorkspaceDiagnosticRequest,
  type ClientCapabilities,
} from 'vscode-languageserver/node';
import { uriOf } from './file-uri.ts';
import { withServer, type Editor } from './testing/editor.ts';
import { actions, codesIn, pull, textAfter } from './testing/requests.ts';
import { forgetfulHandler, settlingHandler, soundReader, uncommittedReader } from './testing/sample-texts.ts';
import { inFolder } from './testing/temporary-folder.ts';

const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

describe('what the language server says besides diagnostics', function () {
  this.timeout(60_000);

  it('explains the guarantee of an effect, a handler and a transaction', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } });
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, settlingHandler);
        assert.match(await hoverAt(editor, uri, 'stripe.charges'), /^\*\*at-least-once\*\*: `stripe\.charges\.create`/);
        assert.match(await hoverAt(editor, uri, 'stripe.charges'), /How it comes to duplicate:\n\n1\. /);
        assert.match(await hoverAt(editor, uri, 'producer.transaction'), /offsets of what was consumed are sent in it/);
        assert.match(await hoverAt(editor, uri, 'eachMessage'), /^Handler `eachMessage` \(each-message\)/);
        assert.equal(await hoverAt(editor, uri, 'import'), '');
      });
    }));

  it('shows guarantees above handlers and transactions, and says when those of another file may be others', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start(
          [folder],
          { ...pulling, workspace: { codeLens: { refreshSupport: true } } },
          { lensCommand: 'show' },
        );
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, settlingHandler);
        const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
        assert.deepEqual(
          lenses?.map(({ range, command }) => [range.start.line, command?.command, command?.title]),
          [
            [12, 'show', 'exactly-once → payments.settled · at-least-once → stripe.charges'],
            [13, 'show', 'in the transaction: exactly-once → payments.settled · at-least-once → stripe.charges'],
          ],
        );
        await pull(editor, uri);
        editor.change(uri, 2, soundReader);
        await pull(editor, uri);
        await editor.lensRefreshes.first(() => true);
      });
    }));

  it('leads from a suppression to the page of each rule', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, '\n// kafka-eos-disable-next-line in-memory-dedup, no-rule -- in-memory-dedup is fine here\n');
        const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
        const [{ range, target } = { range: undefined, target: '' }, ...others] = links ?? [];
        assert.deepEqual(others, []);
        assert.deepEqual(range, { start: { line: 1, character: 31 }, end: { line: 1, character: 46 } });
        assert.match(target ?? '', /\/docs\/rules\/in-memory-dedup\.md$/);
      });
    }));

  it('fixes all findings of a rule, with edits made when that is chosen', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
        await editor.start([folder], { textDocument: { diagnostic: {}, codeAction } });
        const uri = uriOf(join(folder, 'a.ts'));
        const twice = uncommittedReader.replace(
          /^const consumer = .*$/m,
          '$&\nexport const other = kafka.consumer({ groupId: "other", readUncommitted: true });',
        );
        editor.open(uri, twice);
        assert.deepEqual(codesIn(await pull(editor, uri)), ['read-uncommitted-consumer', 'read-uncommitted-consumer']);
        const all = (await actions(editor, uri)).find(({ title }) => title.startsWith('Fix all read-uncommitted'));
        assert.ok(all !== undefined && all.edit === undefined);
        const resolved = await editor.connection.sendRequest(CodeActionResolveRequest.type, all);
        editor.change(uri, 2, textAfter(resolved, uri, twice));
        assert.deepEqual(codesIn(await pull(editor, uri)), []);
      });
    }));

  it('opens the page of a rule, and no other page', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], { ...pulling, window: { showDocument: { support: true } } });
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, uncommittedReader);
        const explain = (await actions(editor, uri)).find(({ command }) => command !== undefined);
        const command = 'kafka-eos.explain';
        const run = (page: unknown) =>
          editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [page] });
        await run('https://example.org/');
        await run(explain?.command?.arguments?.[0]);
        const page = await editor.pages.first(() => true);
        assert.match(page, /\/docs\/rules\/read-uncommitted-consumer\.md$/);
      });
    }));

  it('lets the reason of a suppression be filled in', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
        await editor.start([folder], { ...pulling, workspace: { workspaceEdit } });
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, uncommittedReader);
        const disable = (await actions(editor, uri)).find(({ title }) => title.startsWith('Disable'));
        assert.match(JSON.stringify(disable?.edit), /read-uncommitted-consumer -- \$\{1:reason\}\\n/);
      });
    }));

  it('answers for the whole workspace, also for files that are not open', () =>
    inFolder({ 'a.ts': forgetfulHandler, 'b.ts': soundReader }, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const [a, b] = [uriOf(join(folder, 'a.ts')), uriOf(join(folder, 'b.ts'))];
        const first = await pullAll(editor);
        assert.deepEqual(
          first.map(({ uri }) => uri),
          [a],
        );
        const previous = first.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
        assert.deepEqual(
          (await pullAll(editor, previous)).map(({ kind }) => kind),
          ['unchanged'],
        );
        editor.open(b, uncommittedReader);
        editor.open(a, soundReader);
        assert.deepEqual(
          (await pullAll(editor, previous)).map((report) => [report.uri, report.version, codesIn(report)]),
          [
            [a, 1, []],
            [b, 1, ['read-uncommitted-consumer']],
          ],
        );
      });
    }));

  it('takes the settings of each folder from the editor', () =>
    inFolder({ 'one/a.ts': uncommittedReader, 'two/a.ts': uncommittedReader }, async (folder) => {
      await withServer(async (editor) => {
        const [one, two] = [join(folder, 'one'), join(folder, 'two')];
        editor.settings.set(uriOf(one), { rules: { 'read-uncommitted-consumer': 'off' } });
        const workspace = {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
        };
        await editor.start([one, two], { ...pulling, workspace });
        const found = async (): Promise<readonly string[]> =>
          (await pullAll(editor)).filter((report) => codesIn(report).length > 0).map(({ uri }) => uri);
        assert.deepEqual(await found(), [uriOf(join(two, 'a.ts'))]);
        await editor.registered.first(({ method }) => method === DidChangeConfigurationNotification.method);
        editor.settings.clear();
        editor.settings.set(uriOf(two), { enable: false });
        await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
        assert.deepEqual(await found(), [uriOf(join(one, 'a.ts'))]);
      });
    }));

  it('gives views what they show: the map of a folder, and the crash tables of what runs a line', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, settlingHandler);
        const map: unknown = await editor.connection.sendRequest('kafka-eos/map', { uri: uriOf(folder) });
        assert.match(JSON.stringify(map), /"version":\d+,"content":\{"version":1,.*"pipelines":\[\{/);
        const line = settlingHandler.split('\n').findIndex((content) => content.includes('charges'));
        const crash: unknown = await editor.connection.sendRequest('kafka-eos/crash', { uri, line });
        assert.match(JSON.stringify(crash), /"crashTable":\{"points":\[\{/);
        const none: unknown = await editor.connection.sendRequest('kafka-eos/crash', { uri, line: 0 });
        assert.match(JSON.stringify(none), /"units":\[\]/);
        const outside: unknown = await editor.connection.sendRequest('kafka-eos/map', { uri: 'file:///elsewhere' });
        assert.equal(outside, null);
      });
    }));

  it('shows that it opens a folder, once', () =>
    inFolder({ 'a.ts': soundReader }, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], { ...pulling, window: { workDoneProgress: true } });
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, soundReader);
        await pull(editor, uri);
        await editor.progress.first(({ kind }) => kind === 'end');
        editor.change(uri, 2, uncommittedReader);
        await pull(editor, uri);
        assert.deepEqual(
          editor.progress.all().map(({ kind }) => kind),
          ['begin', 'end'],
        );
      });
    }));

  it('lets go of a question that was taken back', () =>
    inFolder({ 'a.ts': soundReader }, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, soundReader);
        const source = new CancellationTokenSource();
        const report = editor.connection.sendRequest(
          DocumentDiagnosticRequest.type,
          { textDocument: { uri } },
          source.token,
        );
        source.cancel();
        await assert.rejects(
          report,
          (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
        );
        assert.deepEqual(codesIn(await pull(editor, uri)), []);
      });
    }));
});

async function hoverAt({ connection }: Editor, uri: string, text: string): Promise<string> {
  const lines = settlingHandler.split('\n');
  const line = lines.findIndex((content) => content.includes(text));
  const position = { line, character: (lines[line] ?? '').indexOf(text) };
  const found = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  const contents = found?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

async function pullAll({ connection }: Editor, previousResultIds: { uri: string; value: string }[] = []) {
  return (await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })).items;
}
