import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { ExplainedChange, ExplainedEffect } from '@kafka-eos/linter/guarantees/explain-changes';
import { htmlText, markdownCode, markdownTable, markdownText } from '../terminal/markdown.ts';
import { join, safe, type Safe } from '../terminal/safe.ts';
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

/** For a comment on a pull request. */
export const markdown: GuaranteesReporter = (report) => {
  const next = nextStep(report);
  const rows = report.changes.flatMap((change) => rowsOf(change, report));
  const head = [safe``, safe`effect`, safe`guarantee`, safe`because`, safe`handler`];
  const parts = [
    safe`### Exactly once? ${markdownText(verdict(report))}`,
    ...(rows.length === 0 ? [] : [markdownTable(head, rows)]),
    ...report.changes.flatMap(({ effects }) => effects.flatMap((effect) => runOf(effect, report))),
    ...report.notices.map(({ message }) => safe`> ${markdownText(message)}`),
    ...(next === undefined ? [] : [markdownText(next)]),
  ];
  return safe`${join(parts, '\n\n')}\n`;
};

function rowsOf(change: ExplainedChange, report: GuaranteesReport): readonly (readonly Safe[])[] {
  const status = unitStatus(change, report.shownPath);
  const name = markdownCode(unitName(change, report.shownPath));
  const handler = status === undefined ? name : safe`${name} (${markdownText(status)})`;
  const facts = change.facts.map((fact) => [
    fact.fails ? safe`❌` : safe``,
    safe``,
    markdownText(factText(fact)),
    placeText(fact.place, report),
    handler,
  ]);
  const effects = change.effects.map((effect) => [
    markOf(effect),
    safe`${markdownText(statusWords[effect.status])} ${markdownCode(effect.effect)}`,
    guaranteeCell(effect),
    join(becauseOf(effect, report), '<br>'),
    handler,
  ]);
  const rows = [...facts, ...effects];
  return rows.length > 0 ? rows : [[safe``, safe``, safe``, safe``, handler]];
}

function guaranteeCell(effect: ExplainedEffect): Safe {
  const words = markdownText(`${isPast(effect) ? 'was ' : ''}${guaranteeText(effect)}`);
  return effect.fails ? safe`**${words}**` : words;
}

function markOf({ fails, status }: ExplainedEffect): Safe {
  if (fails) return safe`❌`;
  return status === 'raised' ? safe`✅` : safe``;
}

function becauseOf(effect: ExplainedEffect, report: GuaranteesReport): readonly Safe[] {
  if (!effect.fails && effect.causes.length === 0) return [];
  const advice = adviceFor(effect);
  const causes = effect.causes.map((cause) => safe`${markdownText(cause.message)}${placeText(cause.place, report)}`);
  const reason = effect.reason === undefined || causes.length > 0 ? [] : [markdownText(effect.reason)];
  return [...(advice === undefined ? [] : [markdownText(advice)]), ...causes, ...reason];
}

function runOf({ effect, trace }: ExplainedEffect, report: GuaranteesReport): readonly Safe[] {
  if (trace.length === 0) return [];
  const steps = trace.map(
    ({ message, place }, i) => safe`${i + 1}. ${markdownText(message)}${placeText(place, report)}`,
  );
  return [safe`<details><summary>${htmlText(effect)}: the run that shows it</summary>\n\n${join(steps)}\n\n</details>`];
}

function placeText(place: Place | undefined, { shownPath }: GuaranteesReport): Safe {
  return place === undefined ? safe`` : safe` ${markdownCode(`${shownPath(place.file)}:${place.start.line}`)}`;
}
