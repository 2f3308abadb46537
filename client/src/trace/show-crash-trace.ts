import { Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { crashRequest } from '../server/requests.ts';
import { crashTraces, nearestFirst, type CrashTrace } from './crash-traces.ts';
import type { TraceView } from './trace-view.ts';

/** Where the user asks for a trace: a code lens knows, otherwise it is the cursor. */
export interface TraceTarget {
  readonly uri: Uri;
  /** 0-based. */
  readonly line: number;
}

export function traceTarget(uri: unknown, line: unknown): TraceTarget | undefined {
  if (typeof uri === 'string' && typeof line === 'number') return { uri: Uri.parse(uri), line };
  const editor = window.activeTextEditor;
  return editor === undefined ? undefined : { uri: editor.document.uri, line: editor.selection.active.line };
}

/** Shows a run of the handler or transaction at the place in which something goes wrong; asks which, if there are several. */
export async function showCrashTrace(
  client: LanguageClient,
  view: TraceView,
  target: TraceTarget | undefined,
): Promise<void> {
  const folder = target === undefined ? undefined : workspace.getWorkspaceFolder(target.uri);
  if (target === undefined || folder === undefined) {
    await window.showInformationMessage('Kafka EOS: open a file of the workspace to see a crash trace.');
    return;
  }
  const answer = await client.sendRequest(crashRequest, { uri: target.uri.toString(), line: target.line });
  if (answer === null || answer.content.units.length === 0) {
    await window.showInformationMessage('Kafka EOS: this line belongs to no handler and to no transaction.');
    return;
  }
  const file = workspace.asRelativePath(target.uri, false);
  const traces = nearestFirst(crashTraces(answer.content.units), file, target.line + 1);
  if (traces.length === 0) {
    const names = answer.content.units.map(({ name }) => name).join(', ');
    await window.showInformationMessage(`Kafka EOS: no run of ${names} repeats or loses an effect.`);
    return;
  }
  const chosen = await choose(traces);
  if (chosen !== undefined) await view.show(chosen, folder.uri);
}

async function choose(traces: readonly CrashTrace[]): Promise<CrashTrace | undefined> {
  if (traces.length === 1) return traces[0];
  const items = traces.map((trace) => ({
    label: trace.title,
    description: trace.unit,
    detail: trace.steps.findLast(({ kind }) => kind === 'fault')?.message ?? '',
    trace,
  }));
  const picked = await window.showQuickPick(items, { title: 'Show Crash Trace', placeHolder: 'What goes wrong' });
  return picked?.trace;
}
