import { DiagnosticSeverity, languages, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { isOurs } from '../server/kept-diagnostics.ts';
import type { ServerState } from '../server/server-state.ts';
import { statusWords, type Counts } from './status-words.ts';

/** The state of the server and the counts of findings, in the status bar. */
export interface StatusItem {
  readonly show: (state: ServerState) => void;
  readonly dispose: () => void;
}

export function openStatusItem(): StatusItem {
  const item = window.createStatusBarItem('kafka-eos.status', StatusBarAlignment.Left, 100);
  item.name = 'Kafka EOS';
  item.command = 'kafka-eos.showActions';
  let state: ServerState | 'idle' = 'idle';
  const update = (): void => {
    const { text, label, isAlarm } = statusWords(state, countFindings());
    item.text = text;
    item.tooltip = label;
    item.accessibilityInformation = { label };
    item.backgroundColor = isAlarm ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  const listening = languages.onDidChangeDiagnostics(update);
  return {
    show: (now) => {
      state = now;
      update();
    },
    dispose: () => {
      listening.dispose();
      item.dispose();
    },
  };
}

function countFindings(): Counts {
  const own = languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics.filter(isOurs));
  const of = (severity: DiagnosticSeverity): number => own.filter((finding) => finding.severity === severity).length;
  return {
    errors: of(DiagnosticSeverity.Error),
    warnings: of(DiagnosticSeverity.Warning),
    infos: of(DiagnosticSeverity.Information),
  };
}
