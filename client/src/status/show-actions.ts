import { commands, window } from 'vscode';

const actions: readonly { readonly label: string; readonly command: string }[] = [
  { label: '$(list-tree) Show Pipelines', command: 'kafka-eos.pipelines.focus' },
  { label: '$(type-hierarchy) Exactly Once Where?', command: 'kafka-eos.showMap' },
  { label: '$(warning) Show Problems', command: 'workbench.actions.view.problems' },
  { label: '$(debug-restart) Restart Server', command: 'kafka-eos.restart' },
  { label: '$(output) Show Log', command: 'kafka-eos.showOutput' },
];

/** What there is to do, from the status item. */
export async function showActions(): Promise<void> {
  const chosen = await window.showQuickPick(actions, { title: 'Kafka EOS' });
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}
