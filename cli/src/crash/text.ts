import type { EndState } from '@kafka-eos/analyzer/facts/crash-table';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import { displayWidth } from '../terminal/display-width.ts';
import { clip } from '../terminal/clip.ts';
import { cleanLine, join, padEnd, safe, withoutColour, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import type { CrashReport, CrashReporter } from './crash-report.ts';
import type { CrashRow, CrashView, EffectView } from './crash-view.ts';
import {
  endWords,
  filesOf,
  isSure,
  lostText,
  marksText,
  momentWord,
  outcomeGroups,
  shortNames,
  stepText,
  unitWords,
  viaCalls,
} from './row-words.ts';

/**
 * For a person at a terminal. Every line begins with words or marks of ours: a CI log that obeys lines which begin with
 * `::` must not find one in somebody's source.
 */
export const text: CrashReporter = (report) => {
  const notes = report.notices.map(({ message }) => safe`${report.style.cyan(safe`note`)} ${cleanLine(message)}`);
  const blocks = report.views.map((view) => join(viewLines(view, report)));
  return safe`${join([...blocks, ...(notes.length > 0 ? [join(notes)] : [])], '\n\n')}\n`;
};

function viewLines(view: CrashView, report: CrashReport): readonly Safe[] {
  const { style, width } = report;
  const names = shortNames(filesOf(view));
  const title = [...titleLines(view, report), wrap(safe`  ${cleanLine(unitWords(view))}`, width, safe`  `), safe``];
  if (view.rows.length === 0) return [...title, ...emptyLines(view, names, report)];
  return [
    ...title,
    ...effectLines(view.effects, names, report),
    safe``,
    ...rowLines(view, names, report),
    ...legend(view, style).map((line) => wrap(line, width, safe`  `)),
  ];
}

function titleLines({ kind, name, place }: CrashView, { style, width, shownPath }: CrashReport): readonly Safe[] {
  const what = safe`${cleanLine(kind)} ${style.bold(cleanLine(name))}`;
  const where = safe`at ${placeOf(place, shownPath)}`;
  const line = safe`${what} ${where}`;
  return displayWidth(withoutColour(line)) <= width ? [line] : [what, safe`  ${where}`];
}

function emptyLines({ effects }: CrashView, names: ReadonlyMap<string, string>, report: CrashReport): readonly Safe[] {
  const say = (words: Safe): Safe => wrap(words, report.width, safe`  `);
  if (effects.length === 0)
    return [say(safe`  It has no effect that kafka-eos knows of, so there is nothing to tell.`)];
  const lines = effectLines(effects, names, report);
  return [...lines, safe``, say(safe`  None of them has a verdict, so there is no table.`)];
}

function placeOf({ file, start }: Place, shown: (file: string) => string): Safe {
  return safe`${cleanLine(shown(file))}:${start.line}`;
}

function effectLines(
  effects: readonly EffectView[],
  names: ReadonlyMap<string, string>,
  { style, width }: CrashReport,
): readonly Safe[] {
  const letters = widest(effects.map(({ letter }) => cleanLine(letter)));
  const places = effects.map(({ place }) => placeOf(place, (file) => names.get(file) ?? file));
  const room = width - letters - widest(places) - 'effectively-once'.length - 8;
  const isNarrow = room < 16;
  const labels = effects.map(({ label }) => clip(cleanLine(label), isNarrow ? width - letters - 4 : room));
  return effects.flatMap(({ letter, guarantee }, i) => {
    const name = safe`  ${style.bold(pad(cleanLine(letter), letters))}  `;
    const [label = safe``, place = safe``] = [labels[i], places[i]];
    if (isNarrow) return [safe`${name}${label}`, ...narrowFacts(guarantee, place, width, style)];
    const where = style.dim(pad(place, widest(places)));
    return [safe`${name}${pad(label, widest(labels))}  ${where}  ${painted(guarantee, style)}`];
  });
}

function narrowFacts(guarantee: EffectView['guarantee'], place: Safe, width: number, style: Style): readonly Safe[] {
  return [safe`      ${painted(guarantee, style)}`, safe`      at ${style.dim(clip(place, width - 9))}`];
}

function painted(guarantee: EffectView['guarantee'], style: Style): Safe {
  const word = cleanLine(guarantee);
  if (guarantee === 'exactly-once' || guarantee === 'effectively-once') return style.green(word);
  return guarantee === 'unknown' ? style.yellow(word) : style.red(word);
}

/** The columns behind the one that says where; each end state has a line of its own. */
interface Cells {
  readonly kept: Safe;
  readonly lost: Safe;
  readonly runs: Safe;
  readonly ends: readonly Safe[];
}

const header: Cells = { kept: safe`kept`, lost: safe`lost`, runs: safe`runs`, ends: [safe`in the end`] };

function rowLines(view: CrashView, names: ReadonlyMap<string, string>, report: CrashReport): readonly Safe[] {
  const { style, width } = report;
  const cells = [header, ...view.rows.map((row) => cellsOf(row, style))];
  const kept = widest(cells.map((each) => each.kept));
  const lost = widest(cells.map((each) => each.lost));
  const runs = widest(cells.map((each) => each.runs));
  const room = width - 4 - (kept + lost + runs + widest(cells.flatMap(({ ends }) => ends)) + 8);
  if (room < leastRoom(view.rows, names)) return stackedLines(view, cells.slice(1), names, report);
  const where = [safe`the process dies`, ...whereLines(view.rows, names, room, style)];
  const left = Math.min(room, widest(where));
  return cells.flatMap((cell, i) => {
    const [end = safe``, ...others] = cell.ends;
    const start = safe`${pad(where[i] ?? safe``, left)}  ${pad(cell.kept, kept)}  ${pad(cell.lost, lost)}  ${pad(cell.runs, runs)}`;
    const row = view.rows[i - 1];
    const first =
      row === undefined ? style.dim(safe`    ${start}  ${end}`) : safe`  ${markOf(row, style)} ${start}  ${end}`;
    const indent = padEnd(safe``, 4 + left + kept + lost + runs + 8);
    return [first, ...others.map((other) => safe`${indent}${other}`)];
  });
}

/** Less says too little about where: the line, or the call that leads there. */
function leastRoom(rows: readonly CrashRow[], names: ReadonlyMap<string, string>): number {
  const places = rows.map(
    ({ place }) => `after ${names.get(place.file) ?? place.file}:${String(place.start.line)}`.length,
  );
  const calls = viaCalls(rows).map((call) =>
    call === undefined ? 0 : `via ${names.get(call.file) ?? call.file}:0000`.length,
  );
  return Math.max(34, ...places) + Math.max(0, ...calls);
}

/** Where there is no room for columns: two lines a row. */
function stackedLines(
  { rows }: CrashView,
  cells: readonly Cells[],
  names: ReadonlyMap<string, string>,
  { style, width }: CrashReport,
): readonly Safe[] {
  const where = whereLines(rows, names, width - 4, style);
  return rows.flatMap((row, i) => {
    const { kept, lost, runs, ends } = cells[i] ?? header;
    const facts = [safe`kept ${kept}`, safe`lost ${lost}`, safe`runs ${runs}`, ...ends];
    return [safe`  ${markOf(row, style)} ${where[i] ?? safe``}`, ...flowing(facts, width - 6)];
  });
}

/** As many of the parts on a line as fit; each begins with a word of ours. */
function flowing(parts: readonly Safe[], width: number): readonly Safe[] {
  const lines: Safe[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : safe`${last} · ${part}`;
    if (last !== undefined && displayWidth(withoutColour(longer)) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => safe`      ${line}`);
}

function cellsOf(row: CrashRow, style: Style): Cells {
  const groups = outcomeGroups(row).map(({ end, marks }) =>
    paintedEnd(end, safe`${cleanLine(marksText(marks))} ${cleanLine(endWords[end])}`, style),
  );
  const allWell = row.verdict === 'good' && !row.ends.some(({ ends }) => ends[0] === 'unknown');
  return {
    kept: cleanLine(marksText(row.kept)),
    lost: cleanLine(lostText(row)),
    runs: cleanLine(marksText(row.performed)),
    ends: allWell ? [style.green(safe`once`)] : groups,
  };
}

function paintedEnd(end: EndState, words: Safe, style: Style): Safe {
  if (end === 'duplicate' || end === 'lost-write') return style.red(words);
  return end === 'once' ? style.green(words) : style.yellow(words);
}

function markOf({ verdict }: CrashRow, style: Style): Safe {
  if (verdict === 'bad') return style.red(safe`✗`);
  return verdict === 'dubious' ? style.yellow(safe`~`) : safe` `;
}

/** The moments, with the code of those that have a line of their own, one below the other. */
function whereLines(
  rows: readonly CrashRow[],
  names: ReadonlyMap<string, string>,
  room: number,
  style: Style,
): readonly Safe[] {
  const heads = rows.map((row) => {
    const name = cleanLine(names.get(row.place.file) ?? row.place.file);
    return row.moment === 'after' ? safe`after ${name}:${row.place.start.line}` : undefined;
  });
  const width = widest(heads.flatMap((head) => head ?? []));
  const rest = room - width - 2;
  const via = viaCalls(rows);
  return rows.map((row, i) => {
    const head = heads[i];
    if (head === undefined) return safe`${cleanLine(momentWord(row))} ${cleanLine(row.label)}`;
    if (rest < 8) return clip(head, room);
    const call = via[i];
    const from = call === undefined ? '' : `via ${names.get(call.file) ?? call.file}:${String(call.start.line)}  `;
    return safe`${pad(head, width)}  ${style.dim(clip(cleanLine(`${from}${stepText(row)}`), rest))}`;
  });
}

function legend({ rows }: CrashView, style: Style): readonly Safe[] {
  const marks = rows.flatMap(({ kept, dropped, performed }) => [...kept, ...dropped, ...performed]);
  const unsure = marks.some(({ sure }) => !sure) || rows.some(({ ends }) => ends.some((each) => !isSure(each.ends)));
  const dubious = rows.some(({ verdict }) => verdict === 'dubious');
  return [
    safe``,
    style.dim(safe`  kept: survives. lost: was pending, or in memory. runs: after the restart.`),
    ...(dubious ? [style.dim(safe`  ~ aborted read: only readers with read_uncommitted see the extra message.`)] : []),
    ...(unsure ? [style.dim(safe`  ? on some of the paths that lead there.`)] : []),
  ];
}

function widest(texts: readonly Safe[]): number {
  return Math.max(0, ...texts.map((each) => displayWidth(withoutColour(each))));
}

function pad(words: Safe, width: number): Safe {
  const missing = Math.max(0, width - displayWidth(withoutColour(words)));
  return safe`${words}${padEnd(safe``, missing)}`;
}
