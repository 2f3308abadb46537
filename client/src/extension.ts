import { commands, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

let client: LanguageClient | undefined;

/** @public for VS Code */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/bundle/server/dist/main.js');
  client = new LanguageClient(
    'kafka-eos',
    'Kafka EOS',
    { module, transport: TransportKind.stdio },
    {
      documentSelector: languages.map((language) => ({ scheme: 'file', language })),
      diagnosticCollectionName: 'kafka-eos',
    },
  );
  context.subscriptions.push(commands.registerCommand('kafka-eos.restart', () => client?.restart()));
  await client.start();
}

/** @public for VS Code */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
