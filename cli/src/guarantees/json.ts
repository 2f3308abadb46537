import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { ExplainedChange, ExplainedEffect } from '@kafka-eos/linter/guarantees/explain-changes';
import { safe, safeJson } from '../terminal/safe.ts';
import type { GuaranteesReport, GuaranteesReporter } from './guarantees-report.ts';

/** The format's version: raised when a reader of the old one would misread the new one. */
const version = 1;

/** One object, for programs. */
export const json: GuaranteesReporter = (report) => {
  const { lock, state, summary, changes, complete, notices } = report;
  const shown = {
    version,
    lock,
    state,
    complete,
    summary,
    changes: changes.map((change) => changeOf(change, report)),
    notices: notices.map(({ message, file }) => (file === undefined ? { message } : { message, file })),
  };
  return safe`${safeJson(shown)}\n`;
};

function changeOf(change: ExplainedChange, report: GuaranteesReport) {
  const { unit, status, was, place, facts, effects } = change;
  return {
    ...unit,
    status,
    ...(was === undefined ? {} : { was }),
    ...spanOf(place, report),
    facts: facts.map((fact) => ({
      ...{ fact: fact.fact, before: fact.before, after: fact.after, fails: fact.fails },
      ...spanOf(fact.place, report),
    })),
    effects: effects.map((effect) => effectOf(effect, report)),
  };
}

function effectOf(change: ExplainedEffect, report: GuaranteesReport) {
  const { effect, status, was, before, after, fails, causes, place, reason, trace } = change;
  return {
    ...{ effect, status, fails },
    ...(was === undefined ? {} : { was }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...spanOf(place, report),
    ...(reason === undefined ? {} : { reason }),
    causes: causes.map((cause) => ({ message: cause.message, ...spanOf(cause.place, report) })),
    trace: trace.map((step) => ({ ...spanOf(step.place, report), kind: step.kind, message: step.message })),
  };
}

/** `at`, because a change has a `file` of its own: that of its identity. */
function spanOf(place: Place | undefined, { shownPath }: GuaranteesReport) {
  return place === undefined ? {} : { at: { file: shownPath(place.file), start: place.start, end: place.end } };
}
