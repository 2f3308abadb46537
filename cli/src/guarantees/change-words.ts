import type { ExplainedChange, ExplainedEffect, ExplainedFact } from '@kafka-eos/linter/guarantees/explain-changes';
import type { GuaranteesReport, GuaranteesSummary } from './guarantees-report.ts';

/** The words of a comparison, without their dress: every format uses the same. */

export const statusWords: Readonly<Record<ExplainedEffect['status'], string>> = {
  downgraded: 'weaker',
  revealed: 'unsound',
  raised: 'stronger',
  changed: 'changed',
  moved: 'renamed',
  new: 'new',
  removed: 'gone',
};

/** `effectively-once → at-least-once`, or the one of them that there is. */
export function guaranteeText({ status, before, after, was }: ExplainedEffect): string {
  if (status === 'moved') return was ?? '';
  const [old, now] = [before?.guarantee, after?.guarantee];
  const words = old !== undefined && now !== undefined && old !== now ? `${old} → ${now}` : (now ?? old ?? '');
  return status === 'removed' || was === undefined ? words : `${words}; it was ${was}`;
}

/** Whether the words are about what was, not about what is. */
export function isPast({ status }: ExplainedEffect): boolean {
  return status === 'removed' || status === 'moved';
}

/** Why it fails, where the guarantee alone does not say it. */
export function adviceFor({ status, fails }: ExplainedEffect): string | undefined {
  if (!fails) return undefined;
  if (status === 'new') return 'nobody has agreed to it yet: below effectively-once, and not in the lock';
  return status === 'revealed' ? 'it was unknown when the lock was written, and is known now' : undefined;
}

const factNames: Readonly<Record<ExplainedFact['fact'], string>> = {
  delivery: 'delivery',
  autoCommit: 'auto-commit',
  reads: 'isolation',
  transaction: 'Kafka transaction',
  offsetCommits: 'offset commits by hand',
};

export function factText({ fact, before, after }: ExplainedFact): string {
  return `${factNames[fact]}: ${factValue(before)} → ${factValue(after)}`;
}

function factValue(value: string): string {
  return value === 'true' ? 'on' : value === 'false' ? 'off' : value;
}

export function unitName({ unit, place }: ExplainedChange, shownPath: (file: string) => string): string {
  const where = place === undefined ? shownPath(unit.file) : `${shownPath(place.file)}:${place.start.line}`;
  return `${unit.symbol} at ${where}`;
}

export function unitStatus(
  { status, was, unit }: ExplainedChange,
  shownPath: (file: string) => string,
): string | undefined {
  if (status === 'known') return undefined;
  if (status === 'hidden') return 'out of sight';
  if (status !== 'moved' || was === undefined) return status === 'new' ? 'new' : 'gone';
  const file = was.file === unit.file ? '' : ` at ${shownPath(was.file)}`;
  return `was ${was.symbol}${file}`;
}

/** One sentence on how it stands. */
export function verdict({ state, lock, summary, changes }: GuaranteesReport): string {
  const unsound = summary.unsound === 0 ? '' : `, ${summary.unsound} below effectively-once`;
  const unknown = summary.unknown === 0 ? '' : `, ${summary.unknown} unknown`;
  const size = `${counted(summary.units, 'handler')}, ${counted(summary.effects, 'effect')}${unsound}${unknown}`;
  if (state === 'none') return `There is no ${lock} yet: ${size}.`;
  if (state === 'created') return `Wrote ${lock}: ${size}.`;
  if (changes.length === 0) return `${lock} agrees with the code: ${size}.`;
  if (state === 'updated') return `Updated ${lock}: ${counts(summary)}.`;
  return `${lock} differs from the code: ${counts(summary)}.`;
}

function counts({ weaker, unagreed, raised, others }: GuaranteesSummary): string {
  const parts = [
    ...(weaker > 0 ? [`${weaker} weaker`] : []),
    ...(unagreed > 0 ? [`${unagreed} not agreed to`] : []),
    ...(raised > 0 ? [`${raised} stronger`] : []),
    ...(others > 0 ? [counted(others, 'other difference')] : []),
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What to do about it, if the command does not fail. */
export function nextStep({ state, changes, summary }: GuaranteesReport): string | undefined {
  if (state !== 'compared' || changes.length === 0 || summary.weaker + summary.unagreed > 0) return undefined;
  return summary.raised > 0
    ? 'Keep what was gained: run "kafka-eos guarantees --update" and commit the lock.'
    : 'Nothing got weaker. Run "kafka-eos guarantees --update" and commit the lock.';
}
