import { comparePlaces, compareText, type Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Fix, Preset, RawFinding, Severity } from './rule.ts';

/**
 * Several handlers that reach one line report it several times; the user changes that line once. Findings with the
 * same rule, message and place become one, with the related places of all and the shortest trace. Sorted by place.
 */
export function mergeFindings(findings: readonly RawFinding[]): readonly RawFinding[] {
  const merged = new Map<string, RawFinding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.messageId, placeKey(finding.place)]);
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? finding : mergeTwo(earlier, finding));
  }
  return [...merged.values()].sort(compareFindings);
}

/** The order of everything that is shown. */
function compareFindings(a: RawFinding, b: RawFinding): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareText(a.rule, b.rule) ||
    compareText(a.messageId, b.messageId) ||
    compareText(a.message, b.message)
  );
}

function mergeTwo(a: RawFinding, b: RawFinding): RawFinding {
  const main = prefers(b, a) ? b : a;
  return {
    ...main,
    severity: { recommended: worst(a, b, 'recommended'), strict: worst(a, b, 'strict') },
    related: distinct([...a.related, ...b.related], (item) => [placeKey(item.place), item.message]),
    trace: shorter(a.trace, b.trace),
    fixes: () => distinct([...a.fixes(), ...b.fixes()], fixKey),
  };
}

/** The words come from the more severe report; the texts decide between equals, so that discovery order does not. */
function prefers(b: RawFinding, a: RawFinding): boolean {
  return (
    (rank[b.severity.recommended] - rank[a.severity.recommended] ||
      rank[b.severity.strict] - rank[a.severity.strict] ||
      compareText(a.message, b.message) ||
      compareText(a.help, b.help)) > 0
  );
}

const rank: Readonly<Record<Severity | 'off', number>> = { off: 0, info: 1, warning: 2, error: 3 };

function worst(a: RawFinding, b: RawFinding, preset: Preset): Severity | 'off' {
  return rank[a.severity[preset]] >= rank[b.severity[preset]] ? a.severity[preset] : b.severity[preset];
}

/** A finding without a trace explains nothing, so an empty one only stays if there is no other. */
function shorter(a: Trace, b: Trace): Trace {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  if (a.length !== b.length) return a.length < b.length ? a : b;
  return compareText(JSON.stringify(a), JSON.stringify(b)) <= 0 ? a : b;
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}

function fixKey(fix: Fix): unknown {
  return [fix.title, fix.safety, fix.edits.map((edit) => [placeKey(edit.place), edit.text])];
}

function placeKey({ file, start, end }: Place): unknown {
  return [file, start.line, start.column, end.line, end.column];
}
