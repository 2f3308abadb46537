import type { Edit } from '@kafka-eos/analyzer/facts/edit';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Workspace } from './workspace.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Preset = 'recommended' | 'strict';

/** `safe` keeps what the program does, `unsafe` may change it, `example` shows the direction and is never applied. */
export type FixSafety = 'safe' | 'unsafe' | 'example';

export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
}

/** A finding as the rule states it, before settings and suppressions. */
export interface RawFinding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>;
  /** What happens. */
  readonly message: string;
  /** Two lines: why it is a trap, and how to get out of it. */
  readonly help: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly trace: Trace;
  /** In seconds: how late a duplicate may be and still be known. The finding stands if it may be later than that. */
  readonly lasts?: number;
  readonly fixes: () => readonly Fix[];
}

/** A rule as the linter sees it: its types are checked where it is defined, and its findings are plain. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>;
  /** What a finding's `messageId` may be; hosts that want to know in advance ask here. */
  readonly messageIds: readonly string[];
  run(workspace: Workspace): readonly RawFinding[];
}
