import type { Place } from './place.ts';

/** What kind of step a trace shows; `replay` is the broker handing the message over again. */
export type TraceKind =
  'receive' | 'begin' | 'effect' | 'guard' | 'offset' | 'commit' | 'abort' | 'fault' | 'replay' | 'outcome';

/** One step of a run, in the words of an engineer: "the process crashes here". */
export interface TraceStep {
  readonly place: Place;
  readonly kind: TraceKind;
  readonly message: string;
}

export type Trace = readonly TraceStep[];
