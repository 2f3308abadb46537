import type { Edit } from '@kafka-eos/analyzer/facts/edit';
import { compareText, type Place, type Position } from '@kafka-eos/analyzer/facts/place';
import type { TraceKind } from '@kafka-eos/analyzer/facts/trace';
import type { Fix, FixSafety, RawFinding, Severity } from '@kafka-eos/rules/contract/define-rule';
import { ruleUrl } from './rule-url.ts';

/** A span of a file of the workspace; lines and columns are 1-based, columns count UTF-16 units, `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export interface FindingFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly (Span & { readonly text: string })[];
}

/** A finding as every surface shows it: plain data, in the shape that `check --format json` prints. */
export interface Finding extends Span {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** What happens, on one line. */
  readonly message: string;
  /** Two lines: why it is a trap, and how to get out of it. */
  readonly help: string;
  readonly url: string;
  readonly related: readonly (Span & { readonly message: string })[];
  readonly trace: readonly (Span & { readonly kind: TraceKind; readonly message: string })[];
  /** Only fixes that were verified, and examples. */
  readonly fixes: readonly FindingFix[];
}

/** The finding without its fixes: they cost an analysis each, so they are added where they are shown. */
export function toFinding(raw: RawFinding, severity: Severity): Finding {
  return {
    rule: raw.rule,
    messageId: raw.messageId,
    severity,
    message: raw.message,
    help: raw.help,
    url: ruleUrl(raw.rule),
    ...toSpan(raw.place),
    related: raw.related.map(({ place, message }) => ({ ...toSpan(place), message })),
    trace: raw.trace.map(({ place, kind, message }) => ({ ...toSpan(place), kind, message })),
    fixes: [],
  };
}

export function toFindingFix(fix: Fix): FindingFix {
  return { title: fix.title, safety: fix.safety, edits: fix.edits.map(toSpanEdit) };
}

/** By place, then by rule and words: the order of every report. */
export function compareSpans(a: Span, b: Span): number {
  return compareText(a.file, b.file) || comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function toSpan({ file, start, end }: Place): Span {
  return { file, start, end };
}

function toSpanEdit({ place, text }: Edit): Span & { readonly text: string } {
  return { ...toSpan(place), text };
}
