import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
} from 'vscode-languageserver/node';
import { uriOf } from './file-uri.ts';
import { withServer } from './testing/editor.ts';
import { actions, codesIn, pull, textAfter } from './testing/requests.ts';
import { forgetfulHandler, soundReader, uncommittedReader } from './testing/sample-texts.ts';
import { inFolder } from './testing/temporary-folder.ts';

const pulling = { textDocument: { diagnostic: {} } };

describe('the language server', function () {
  this.timeout(60_000);

  it('sends a finding with every step of its run, and takes it back when the code changes', () =>
    inFolder({}, async (folder) => {
      const status = await withServer(async (editor) => {
        await editor.start([folder]);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, forgetfulHandler);
        const { diagnostics } = await editor.published.first(({ version }) => version === 1);
        const [finding, ...others] = diagnostics;
        assert.deepEqual(others, []);
        assert.deepEqual([finding?.code, finding?.source, finding?.severity], ['in-memory-dedup', 'kafka-eos', 1]);
        assert.match(finding?.codeDescription?.href ?? '', /\/docs\/rules\/in-memory-dedup\.md$/);
        assert.equal(finding?.range.start.line, 13);
        const steps = finding.relatedInformation ?? [];
        assert.ok(steps.every(({ location }) => location.uri === uri));
        const numbers = steps.map(({ message }) => parseInt(message)).filter(Number.isInteger);
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index + 1),
        );
        assert.ok(steps.some(({ message }) => /crash/.test(message)));
        editor.change(uri, 2, soundReader);
        const taken = await editor.published.first(({ version }) => version === 2);
        assert.deepEqual(taken.diagnostics, []);
      });
      assert.equal(status, 0);
    }));

  it('sends nothing about a text that was replaced meanwhile', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder]);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, forgetfulHandler);
        for (const version of [2, 3, 4]) editor.change(uri, version, `${'\n'.repeat(version)}${forgetfulHandler}`);
        const last = await editor.published.first(({ version }) => version === 4);
        assert.equal(last.diagnostics[0]?.range.start.line, 17);
        assert.equal(editor.published.all().at(-1), last);
      });
    }));

  it('answers an editor that asks, and sends it nothing', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        const { capabilities } = await editor.start([folder], pulling);
        assert.equal(capabilities.diagnosticProvider?.interFileDependencies, true);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, uncommittedReader);
        const first = await pull(editor, uri);
        assert.deepEqual(codesIn(first), ['read-uncommitted-consumer']);
        const again = await pull(editor, uri, first.resultId);
        assert.equal(again.kind, 'unchanged');
        editor.change(uri, 2, soundReader);
        assert.deepEqual(codesIn(await pull(editor, uri, first.resultId)), []);
        assert.deepEqual(editor.published.all(), []);
      });
    }));

  it('offers a fix that works', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], { ...pulling, workspace: { workspaceEdit: { documentChanges: true } } });
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, uncommittedReader);
        const [fix, disable, explain, ...others] = await actions(editor, uri);
        assert.deepEqual(others, []);
        assert.deepEqual([fix?.kind, fix?.isPreferred], ['quickfix', true]);
        editor.change(uri, 2, textAfter(fix, uri, uncommittedReader));
        assert.deepEqual(codesIn(await pull(editor, uri)), []);
        assert.deepEqual(await actions(editor, uri), []);
        assert.equal(explain?.title, 'Explain read-uncommitted-consumer');
        assert.match(disable?.title ?? '', /^Disable read-uncommitted-consumer for this line/);
        const disabled = textAfter(disable, uri, uncommittedReader);
        editor.change(uri, 3, disabled);
        const withoutReason = ['suppression-without-reason', 'read-uncommitted-consumer'];
        assert.deepEqual(codesIn(await pull(editor, uri)), withoutReason);
        editor.change(uri, 4, disabled.replace(' -- \n', ' -- the audit wants to see aborted records\n'));
        assert.deepEqual(codesIn(await pull(editor, uri)), []);
      });
    }));

  it('fixes all that is safe when asked for it by name', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, uncommittedReader);
        const [fixAll, ...others] = await actions(editor, uri, ['source.fixAll']);
        assert.deepEqual([fixAll?.kind, others], ['source.fixAll.kafka-eos', []]);
        assert.equal(textAfter(fixAll, uri, uncommittedReader), soundReader);
        assert.deepEqual(await actions(editor, uri, ['source.organizeImports']), []);
      });
    }));

  it('says of an unsafe fix that it is unsafe', () =>
    inFolder({}, async (folder) => {
      await withServer(async (editor) => {
        await editor.start([folder], pulling);
        const uri = uriOf(join(folder, 'a.ts'));
        editor.open(uri, unkeyedCharge);
        const [fix] = await actions(editor, uri);
        assert.match(fix?.title ?? '', /\(unsafe: may change what the program does\)$/);
        assert.equal(fix?.isPreferred, false);
      });
    }));

  it('keeps folders apart, and looks at files that change on the disk', () =>
    inFolder({ 'one/a.ts': forgetfulHandler, 'two/b.ts': soundReader }, async (folder) => {
      await withServer(async (editor) => {
        const [one, two] = [join(folder, 'one'), join(folder, 'two')];
        const watching = { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } };
        await editor.start([one, two], { workspace: watching });
        await editor.registered.first(({ method }) => method === DidChangeWatchedFilesNotification.method);
        const a = uriOf(join(one, 'a.ts'));
        const b = uriOf(join(two, 'b.ts'));
        await editor.published.first(({ uri, diagnostics }) => uri === a && diagnostics.length === 1);
        writeFileSync(join(two, 'b.ts'), uncommittedReader);
        await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri: b, type: FileChangeType.Changed }],
        });
        await editor.published.first(({ uri, diagnostics }) => uri === b && diagnostics.length === 1);
        await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
          event: { added: [], removed: [{ uri: uriOf(one), name: 'one' }] },
        });
        await editor.published.first(({ uri, diagnostics }) => uri === a && diagnostics.length === 0);
      });
    }));

  it('refuses a method that it does not know', () =>
    withServer(async (editor) => {
      await editor.start([]);
      await assert.rejects(
        editor.connection.sendRequest('kafka-eos/unheard-of', {}),
        (error) => error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound,
      );
    }).then((status) => {
      assert.equal(status, 0);
    }));
});

const unkeyedCharge = `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const kafka = new Kafka({ clientId: 'billing', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'billing' });
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      console.log(topic, partition);
      const order = JSON.parse(String(message.value));
      await stripe.charges.create({ amount: order.amount, currency: 'eur', source: order.card });
    },
  });
}
`;
