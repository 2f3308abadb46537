import { commands, Range, TextEditorRevealType, Uri, window, workspace, type TextEditor, type TreeView } from 'vscode';
import { badges, type CrashTrace } from './crash-traces.ts';
import { openTraceDecorations, type ShownBadge } from './trace-decorations.ts';
import { openTraceStatus } from './trace-status.ts';
import { openTraceStepsView } from './trace-steps-view.ts';

/** The run that is shown, with the reader at one of its steps. */
export interface TraceView {
  /** `root` is the folder that the files of the trace are relative to. */
  readonly show: (trace: CrashTrace, root: Uri) => Promise<void>;
  /** By so many steps, not beyond the first or the last. */
  readonly move: (by: number) => Promise<void>;
  readonly goTo: (index: number) => Promise<void>;
  readonly close: () => void;
  readonly dispose: () => void;
}

interface Shown {
  readonly trace: CrashTrace;
  readonly root: Uri;
  readonly at: number;
}

export function openTraceView(): TraceView {
  const face = openFace();
  let shown: Shown | undefined;
  const goTo = async (index: number): Promise<void> => {
    if (shown?.trace.steps[index] === undefined) return;
    shown = { ...shown, at: index };
    await face.show(shown);
  };
  const close = (): void => {
    shown = undefined;
    face.clear();
  };
  const listening = [
    window.onDidChangeVisibleTextEditors((editors) => {
      face.decorate(editors, shown);
    }),
    // The run is one of the text as it was.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && shown !== undefined && isOnPath(document.uri, shown)) close();
    }),
  ];
  return {
    show: async (trace, root) => {
      shown = { trace, root, at: 0 };
      await face.begin(trace);
      await goTo(0);
    },
    move: async (by) => {
      if (shown === undefined) return;
      await goTo(Math.min(Math.max(shown.at + by, 0), shown.trace.steps.length - 1));
    },
    goTo,
    close,
    dispose: () => {
      close();
      face.dispose();
      for (const each of listening) each.dispose();
    },
  };
}

/** Wherever a trace is to be seen: in editors, in the list of its steps, in the status bar. */
function openFace() {
  const decorations = openTraceDecorations();
  const steps = openTraceStepsView('kafka-eos.goToStep');
  const tree: TreeView<number> = window.createTreeView('kafka-eos.trace', { treeDataProvider: steps });
  const status = openTraceStatus();
  const setShown = (is: boolean): Thenable<unknown> =>
    commands.executeCommand('setContext', 'kafka-eos.traceShown', is);
  const decorate = (editors: readonly TextEditor[], shown: Shown | undefined): void => {
    for (const editor of editors) decorations.show(editor, shown === undefined ? [] : badgesIn(editor, shown));
  };
  return {
    decorate,
    begin: async (trace: CrashTrace): Promise<void> => {
      tree.message = `${trace.title}, in ${trace.unit}`;
      steps.show(trace.steps);
      await setShown(true);
    },
    show: async (shown: Shown): Promise<void> => {
      status.show(shown.trace.steps, shown.at);
      await revealStep(shown);
      decorate(window.visibleTextEditors, shown);
      if (tree.visible) await tree.reveal(shown.at, { focus: false });
    },
    clear: (): void => {
      steps.show([]);
      status.hide();
      decorate(window.visibleTextEditors, undefined);
      void setShown(false);
    },
    dispose: (): void => {
      for (const part of [decorations, tree, status]) part.dispose();
    },
  };
}

async function revealStep({ trace, root, at }: Shown): Promise<void> {
  const place = trace.steps[at]?.place;
  if (place === undefined) return;
  const start = [place.start.line - 1, place.start.column - 1] as const;
  const range = new Range(...start, ...start);
  const editor = await window.showTextDocument(Uri.joinPath(root, place.file), { selection: range, preview: true });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function badgesIn({ document }: TextEditor, { trace, root, at }: Shown): readonly ShownBadge[] {
  const current = trace.steps[at];
  return badges(trace.steps)
    .filter(({ file }) => isSame(Uri.joinPath(root, file), document.uri))
    .map((badge) => {
      const isHere = current?.place.file === badge.file && current.place.start.line === badge.line;
      return isHere ? { ...badge, now: `${String(at + 1)}. ${current.message}` } : badge;
    });
}

function isOnPath(uri: Uri, { trace, root }: Shown): boolean {
  return trace.steps.some(({ place }) => isSame(Uri.joinPath(root, place.file), uri));
}

function isSame(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}
