import { nameOf } from '@kafka-eos/analyzer/program/paths';
import type { Connection } from 'vscode-languageserver';

/** Shows that a folder is looked at for the first time, which takes longer than a change in it. */
export async function showOpening(connection: Connection, root: string, work: Promise<unknown>): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Kafka EOS', undefined, `looking for exactly-once traps in ${nameOf(root)}`);
  await work.finally(() => {
    progress.done();
  });
}
