import type { CallSite, FaultKind, RunEvent } from '../api.ts';

/** What happened in a run, in order. */
export class Story {
  readonly events: RunEvent[] = [];

  tell(process: number, kind: RunEvent['kind'], text: string, site?: CallSite): void {
    this.events.push(site ? { process, kind, text, site } : { process, kind, text });
  }

  fault(process: number, kind: FaultKind, label: string): void {
    this.tell(process, 'fault', faultTexts[kind](label));
  }
}

const faultTexts: Readonly<Record<FaultKind, (label: string) => string>> = {
  'crash-before': (label) => `crashes before: ${label}`,
  'crash-after': (label) => `crashes after: ${label}`,
  failed: (label) => `fails: ${label}`,
  'applied-but-failed': (label) => `takes effect, and its answer is lost: ${label}`,
  'revoked-first': (label) => `loses the partition before: ${label}, and sleeps until its successor is done`,
  stopped: (label) => `is asked to stop during: ${label}`,
  slow: (label) => `waits for half a minute: ${label}`,
  retried: (label) => `has no answer in time, and its library does it again: ${label}`,
  'revoked-last': (label) => `loses the partition during: ${label}, and goes on`,
  'revoked-after': (label) => `loses the partition after: ${label}, and goes on`,
};
