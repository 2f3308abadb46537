import type { Place } from '@kafka-eos/analyzer/facts/place';
import { clip } from '../terminal/clip.ts';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import { markdownCode, markdownTable, markdownText } from '../terminal/markdown.ts';
import type { CrashReport, CrashReporter } from './crash-report.ts';
import type { CrashRow, CrashView } from './crash-view.ts';
import {
  endWords,
  filesOf,
  lostText,
  marksText,
  momentWord,
  outcomeGroups,
  shortNames,
  stepText,
  unitWords,
  viaCalls,
} from './row-words.ts';

/** For an issue, a pull request or a design document. */
export const markdown: CrashReporter = (report) => {
  const parts = report.views.flatMap((view) => viewParts(view, report));
  const notes = report.notices.map(({ message }) => safe`> ${markdownText(message)}`);
  return safe`${join([...parts, ...notes], '\n\n')}\n`;
};

function viewParts(view: CrashView, report: CrashReport): readonly Safe[] {
  const title = safe`### ${markdownCode(view.name)} at ${placeOf(view.place, report)}`;
  const facts = safe`${markdownText(capital(unitWords(view)))}.`;
  if (view.rows.length === 0) return [title, facts, safe`It has no effect that could be followed.`];
  const via = viaCalls(view.rows);
  const names = shortNames(filesOf(view));
  const short = { ...report, shownPath: (file: string) => names.get(file) ?? file };
  const effects = view.effects.map(({ letter, label, place, guarantee }) => [
    cleanLine(letter),
    markdownCode(label),
    placeOf(place, report),
    cleanLine(guarantee),
  ]);
  return [
    title,
    facts,
    markdownTable([safe``, safe`effect`, safe`at`, safe`guarantee`], effects),
    markdownTable(
      [safe``, safe`the process dies`, safe`kept`, safe`lost`, safe`runs after the restart`, safe`in the end`],
      view.rows.map((row, i) => cellsOf(row, via[i], short)),
    ),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function placeOf({ file, start }: Place, { shownPath }: CrashReport): Safe {
  return markdownCode(`${shownPath(file)}:${String(start.line)}`);
}

function cellsOf(row: CrashRow, call: Place | undefined, report: CrashReport): readonly Safe[] {
  const words = momentWord(row);
  const from = call === undefined ? safe`` : safe`, called at ${placeOf(call, report)}`;
  const where =
    row.moment === 'after'
      ? safe`${cleanLine(words)} ${placeOf(row.place, report)} ${markdownCode(clip(cleanLine(stepText(row)), 60))}${from}`
      : safe`${cleanLine(words)} ${cleanLine(row.label)}`;
  const ends = outcomeGroups(row).map(
    ({ end, marks }) => safe`${cleanLine(marksText(marks))} ${cleanLine(endWords[end])}`,
  );
  const mark = row.verdict === 'bad' ? safe`❌` : row.verdict === 'dubious' ? safe`⚠️` : safe``;
  return [
    mark,
    where,
    cleanLine(marksText(row.kept)),
    markdownText(lostText(row)),
    cleanLine(marksText(row.performed)),
    row.verdict === 'bad' ? safe`**${join(ends, ', ')}**` : join(ends, ', '),
  ];
}
