import type { EndState } from '@kafka-eos/analyzer/facts/crash-table';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { CrashRow, CrashView, Mark } from './crash-view.ts';

/** The words of a crash table, without their dress: every format uses the same. */

export const endWords: Readonly<Record<EndState, string>> = {
  duplicate: 'duplicate',
  'lost-write': 'lost write',
  'aborted-read': 'aborted read',
  unknown: 'unknown',
  once: 'once',
  'left-out': 'left out',
};

const order: readonly EndState[] = ['duplicate', 'lost-write', 'aborted-read', 'unknown', 'once', 'left-out'];

/** `A B?`: in force on every path, or on some. */
export function marksText(marks: readonly Mark[]): string {
  return marks.length === 0 ? '-' : marks.map(({ letter, sure }) => (sure ? letter : `${letter}?`)).join(' ');
}

export function lostText({ dropped, forgotten }: CrashRow): string {
  const parts = [...(dropped.length > 0 ? [marksText(dropped)] : []), ...forgotten];
  return parts.length === 0 ? '-' : parts.join(', ');
}

/** An end state, and the effects that come to it at worst. */
export interface EndGroup {
  readonly end: EndState;
  readonly marks: readonly Mark[];
}

function endGroups({ ends }: CrashRow): readonly EndGroup[] {
  return order.flatMap((end): readonly EndGroup[] => {
    const marks = ends
      .filter((each) => each.ends[0] === end)
      .map((each) => ({ letter: each.letter, sure: isSure(each.ends) }));
    return marks.length === 0 ? [] : [{ end, marks }];
  });
}

/** That a message may have nothing to do with an effect goes without saying. */
export function isSure(ends: readonly EndState[]): boolean {
  return ends.filter((end) => end !== 'left-out').length <= 1;
}

/** What is worth saying: everything that goes wrong, else that all goes well. */
export function outcomeGroups(row: CrashRow): readonly EndGroup[] {
  const groups = endGroups(row);
  const wrong = groups.filter(({ end }) => end !== 'once' && end !== 'left-out');
  return wrong.length > 0 ? wrong : groups.filter(({ end }) => end === 'once');
}

export function momentWord({ moment }: CrashRow): string {
  return moment === 'before' ? 'before' : 'after';
}

export function unitWords({ kind, delivery, autoCommit }: CrashView): string {
  if (kind === 'transaction') return 'a transaction outside any handler, called once';
  const messages = delivery === 'each-batch' ? 'runs for each batch' : 'runs for each message';
  if (autoCommit === undefined || autoCommit === 'unknown')
    return `${messages}; whether auto-commit is on is not known`;
  return `${messages}, auto-commit ${autoCommit ? 'on' : 'off'}`;
}

/** The source line, or what happens there where the line does not say it: `$transaction(…)` ends in a commit. */
export function stepText({ label, code }: CrashRow): string {
  const verb = /\b(?:commit|rollback|abort)\b/.exec(label)?.[0];
  return verb === undefined || code.toLowerCase().includes(verb) ? code : label.replace(/^the /, '');
}

/**
 * For rows of one place that several calls lead to: the outermost call that tells each from the others.
 */
export function viaCalls(rows: readonly CrashRow[]): readonly (Place | undefined)[] {
  const byPlace = new Map<string, CrashRow[]>();
  for (const row of rows) byPlace.set(placeKey(row.place), [...(byPlace.get(placeKey(row.place)) ?? []), row]);
  return rows.map(({ moment, place, calls }) => {
    const same = (byPlace.get(placeKey(place)) ?? []).filter((other) => other.moment === moment);
    if (moment !== 'after' || same.length < 2) return undefined;
    return calls.find((call, i) => same.some((other) => placeKey(other.calls[i]) !== placeKey(call)));
  });
}

function placeKey(place: Place | undefined): string {
  return place === undefined ? '' : `${place.file}:${String(place.start.line)}:${String(place.start.column)}`;
}

/** The shortest ends of paths that still tell the files of a table apart. */
export function shortNames(files: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(files)];
  return new Map(
    distinct.map((file) => {
      const parts = file.split('/');
      for (let count = 1; count < parts.length; count += 1) {
        const end = parts.slice(-count).join('/');
        if (distinct.every((other) => other === file || !`/${other}`.endsWith(`/${end}`))) return [file, end];
      }
      return [file, file];
    }),
  );
}

export function filesOf({ place, effects, rows }: CrashView): readonly string[] {
  return [
    place.file,
    ...effects.map((effect) => effect.place.file),
    ...rows.flatMap((row) => [row.place.file, ...row.calls.map((call) => call.file)]),
  ];
}
