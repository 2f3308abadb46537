import type { ServerState } from '../server/server-state.ts';

/** How many findings there are, of each severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface StatusWords {
  /** With icons of VS Code. */
  readonly text: string;
  /** For who hears it. */
  readonly label: string;
  readonly isAlarm: boolean;
}

/** What the status item says; `idle` is before any Kafka code is in sight. */
export function statusWords(state: ServerState | 'idle', counts: Counts): StatusWords {
  const told = countsText(counts);
  switch (state) {
    case 'idle':
      return { text: '$(circle-slash) Kafka EOS', label: 'Kafka EOS: no Kafka code in sight', isAlarm: false };
    case 'starting':
      return { text: '$(sync~spin) Kafka EOS', label: `Kafka EOS is starting, ${told}`, isAlarm: false };
    case 'stopped':
      return { text: '$(debug-disconnect) Kafka EOS', label: `Kafka EOS has stopped, ${told}`, isAlarm: true };
    case 'running':
      return {
        text: `Kafka EOS ${signs(counts)}`,
        label: `Kafka EOS: ${told}`,
        isAlarm: false,
      };
  }
}

function signs({ errors, warnings, infos }: Counts): string {
  if (errors + warnings + infos === 0) return '$(pass)';
  const found = `$(error) ${String(errors)} $(warning) ${String(warnings)}`;
  return infos === 0 ? found : `${found} $(info) ${String(infos)}`;
}

function countsText({ errors, warnings, infos }: Counts): string {
  if (errors + warnings + infos === 0) return 'no findings';
  return [count(errors, 'error'), count(warnings, 'warning'), ...(infos > 0 ? [count(infos, 'note')] : [])].join(', ');
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
