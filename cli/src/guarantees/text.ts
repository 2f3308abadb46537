import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { ExplainedChange, ExplainedEffect, ExplainedFact } from '@kafka-eos/linter/guarantees/explain-changes';
import { cleanLine, join, padEnd, padStart, safe, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import {
  adviceFor,
  factText,
  guaranteeText,
  isPast,
  nextStep,
  statusWords,
  unitName,
  unitStatus,
  verdict,
} from './change-words.ts';
import type { GuaranteesReport, GuaranteesReporter } from './guarantees-report.ts';

/** For a person at a terminal. Every line begins with a word or mark of ours. */
export const text: GuaranteesReporter = (report) => {
  const { style } = report;
  const blocks = report.changes.map((change) => join(changeLines(change, report)));
  const notes = report.notices.map(({ message, file }) => {
    const where = file === undefined ? safe`` : safe`${cleanLine(report.shownPath(file))}: `;
    return safe`${style.cyan(safe`note`)} ${where}${cleanLine(message)}`;
  });
  const next = nextStep(report);
  const end = [
    style.bold(safe`In short: ${cleanLine(verdict(report))}`),
    ...(next === undefined ? [] : [cleanLine(next)]),
  ];
  return safe`${join([...blocks, ...(notes.length > 0 ? [join(notes)] : []), join(end)], '\n\n')}\n`;
};

function changeLines(change: ExplainedChange, report: GuaranteesReport): readonly Safe[] {
  const { style, shownPath } = report;
  const status = unitStatus(change, shownPath);
  const words = status === undefined ? safe`` : safe` ${style.dim(safe`(${cleanLine(status)})`)}`;
  return [
    safe`${cleanLine(change.kind ?? 'handler')} ${style.bold(cleanLine(unitName(change, shownPath)))}${words}`,
    ...change.facts.map((fact) => factLine(fact, report)),
    ...change.effects.flatMap((effect) => effectLines(effect, report)),
  ];
}

function factLine(fact: ExplainedFact, report: GuaranteesReport): Safe {
  const mark = fact.fails ? report.style.red(safe`✗`) : safe`·`;
  return safe`  ${mark} ${cleanLine(factText(fact))}${placeText(fact.place, report)}`;
}

function effectLines(effect: ExplainedEffect, report: GuaranteesReport): readonly Safe[] {
  const { style } = report;
  const status = padEnd(cleanLine(statusWords[effect.status]), 'stronger'.length);
  const first = safe`  ${markOf(effect, style)} ${painted(effect, status, style)} ${style.bold(cleanLine(effect.effect))}`;
  const what = safe`${painted(effect, cleanLine(guaranteeText(effect)), style)}${placeText(effect.place, report)}`;
  return [
    first,
    labelled(isPast(effect) ? safe`was` : safe`now`, what, style),
    ...(isWorthAReason(effect) ? reasonLines(effect, report) : []),
  ];
}

function isWorthAReason({ status, fails }: ExplainedEffect): boolean {
  return fails || status === 'raised' || status === 'changed';
}

function reasonLines(effect: ExplainedEffect, report: GuaranteesReport): readonly Safe[] {
  const { style } = report;
  const advice = adviceFor(effect);
  const causes = effect.causes.map((cause) => safe`${cleanLine(cause.message)}${placeText(cause.place, report)}`);
  const reason = effect.reason === undefined || causes.length > 0 ? [] : [cleanLine(effect.reason)];
  return [...(advice === undefined ? [] : [cleanLine(advice)]), ...causes, ...reason]
    .map((line) => labelled(safe`why`, line, style))
    .concat(runLines(effect, report));
}

/** The run that shows it, as numbered steps; what goes wrong and what comes again stand out. */
function runLines({ trace }: ExplainedEffect, report: GuaranteesReport): readonly Safe[] {
  const { style } = report;
  const digits = String(trace.length).length;
  return trace.map(({ kind, message, place }, i) => {
    const number = padStart(cleanLine(String(i + 1)), digits);
    const mark = kind === 'fault' ? style.red(safe`✗`) : kind === 'replay' ? style.yellow(safe`↻`) : safe` `;
    return labelled(safe`run`, safe`${number}. ${mark} ${cleanLine(message)}${placeText(place, report)}`, style);
  });
}

function labelled(label: Safe, words: Safe, style: Style): Safe {
  return safe`      ${style.cyan(label)} ${words}`;
}

function placeText(place: Place | undefined, { shownPath, style }: GuaranteesReport): Safe {
  if (place === undefined) return safe``;
  return safe`  ${style.dim(safe`${cleanLine(shownPath(place.file))}:${place.start.line}:${place.start.column}`)}`;
}

function markOf({ fails, status }: ExplainedEffect, style: Style): Safe {
  if (fails) return style.red(safe`✗`);
  return status === 'raised' ? style.green(safe`✓`) : safe`·`;
}

function painted({ fails, status }: ExplainedEffect, words: Safe, style: Style): Safe {
  if (fails) return style.red(words);
  return status === 'raised' ? style.green(words) : words;
}
