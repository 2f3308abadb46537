import { EventEmitter, ThemeColor, ThemeIcon, TreeItem, type TreeDataProvider } from 'vscode';
import type { TraceKind, TraceStep } from '@kafka-eos/analyzer/facts/trace';

/** The steps of the trace that is shown, as a list. */
export interface TraceStepsView extends TreeDataProvider<number> {
  readonly show: (steps: readonly TraceStep[]) => void;
}

const icons: Readonly<Record<TraceKind, readonly [icon: string, colour?: string]>> = {
  receive: ['inbox'],
  begin: ['chevron-right'],
  effect: ['arrow-right'],
  guard: ['shield'],
  offset: ['bookmark'],
  commit: ['check'],
  abort: ['discard'],
  fault: ['zap', 'editorError.foreground'],
  replay: ['sync', 'editorWarning.foreground'],
  outcome: ['error', 'editorError.foreground'],
};

/** `command` is called with the index of the chosen step. */
export function openTraceStepsView(command: string): TraceStepsView {
  const changed = new EventEmitter<undefined>();
  let shown: readonly TraceStep[] = [];
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (index) => (index === undefined ? shown.map((_, at) => at) : []),
    // A tree reveals only what it can place.
    getParent: () => undefined,
    getTreeItem: (index) => itemOf(shown[index], index, command),
    show: (steps) => {
      shown = steps;
      changed.fire(undefined);
    },
  };
}

function itemOf(step: TraceStep | undefined, index: number, command: string): TreeItem {
  const item = new TreeItem(step === undefined ? '' : `${String(index + 1)}. ${step.message}`);
  if (step === undefined) return item;
  const { file, start } = step.place;
  const [icon, colour] = icons[step.kind];
  item.id = String(index);
  item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
  item.description = `${file.split('/').at(-1) ?? file}:${String(start.line)}`;
  item.tooltip = `${step.message}\n${file}:${String(start.line)}`;
  item.command = { command, title: 'Go to This Step', arguments: [index] };
  return item;
}
