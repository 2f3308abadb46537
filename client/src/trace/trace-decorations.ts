import {
  Range,
  ThemeColor,
  window,
  type DecorationOptions,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { Badge } from './crash-traces.ts';

/** A badge, and whether its line has the step at which the reader is. */
export interface ShownBadge extends Badge {
  /** What happens at that step. */
  readonly now?: string;
}

/** Numbers along the path of a crash. */
export interface TraceDecorations {
  /** Replaces what the editor shows. */
  readonly show: (editor: TextEditor, shown: readonly ShownBadge[]) => void;
  readonly dispose: () => void;
}

export function openTraceDecorations(): TraceDecorations {
  const types: Readonly<Record<Badge['kind'], TextEditorDecorationType>> = {
    step: window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
      overviewRulerColor: new ThemeColor('editorInfo.foreground'),
    }),
    fault: window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
      overviewRulerColor: new ThemeColor('editorError.foreground'),
    }),
  };
  return {
    show: (editor, shown) => {
      for (const kind of ['step', 'fault'] as const) {
        const own = shown.filter((badge) => badge.kind === kind);
        editor.setDecorations(types[kind], own.map(decoration));
      }
    },
    dispose: () => {
      for (const type of Object.values(types)) type.dispose();
    },
  };
}

function decoration({ line, numbers, kind, now, messages }: ShownBadge): DecorationOptions {
  const colour = kind === 'fault' ? 'editorError.foreground' : 'editorInfo.foreground';
  return {
    range: new Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER),
    hoverMessage: messages.map((message) => plainMarkdown(message)),
    renderOptions: {
      before: {
        contentText: `\u00a0${numbers.replaceAll(' ', '·')}\u00a0`,
        color: new ThemeColor('editor.background'),
        backgroundColor: new ThemeColor(colour),
        margin: '0 0.6em 0 0',
        fontWeight: now === undefined ? 'normal' : 'bold',
      },
      ...(now !== undefined && {
        after: { contentText: now, color: new ThemeColor(colour), margin: '0 0 0 2em', fontStyle: 'italic' },
      }),
    },
  };
}

/** What the code says is text, not Markdown. */
function plainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, String.raw`\$&`);
}
