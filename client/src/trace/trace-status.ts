import { StatusBarAlignment, window } from 'vscode';
import type { TraceStep } from '@kafka-eos/analyzer/facts/trace';

/** Says at which step of the trace the reader is; a click goes to the next one. */
export interface TraceStatus {
  readonly show: (steps: readonly TraceStep[], at: number) => void;
  readonly hide: () => void;
  readonly dispose: () => void;
}

export function openTraceStatus(): TraceStatus {
  const item = window.createStatusBarItem('kafka-eos.trace', StatusBarAlignment.Left, 99);
  item.name = 'Kafka EOS Crash Trace';
  item.command = 'kafka-eos.nextStep';
  item.tooltip = 'Next Step of the Crash Trace';
  return {
    show: (steps, at) => {
      const position = `step ${String(at + 1)} of ${String(steps.length)}: ${steps[at]?.message ?? ''}`;
      // A dollar begins an icon, wherever the text comes from.
      item.text = `$(zap) ${position.replaceAll('$(', '(')}`;
      item.accessibilityInformation = { label: `Crash trace, ${position}` };
      item.show();
    },
    hide: () => {
      item.hide();
    },
    dispose: () => {
      item.dispose();
    },
  };
}
