import { window, type LogOutputChannel } from 'vscode';

/** A server that never ran has no last findings to keep: without a word, no findings would look like a clean workspace. */
export async function tellOfFailedStart(output: LogOutputChannel, error: unknown): Promise<void> {
  output.error(`The server does not start: ${String(error)}`);
  const log = 'Show Log';
  const chosen = await window.showErrorMessage('Kafka EOS: the server does not start, so nothing is checked.', log);
  if (chosen === log) output.show();
}
