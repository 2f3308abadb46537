import type { Place } from '@kafka-eos/analyzer/facts/place';
import { safe, safeJson } from '../terminal/safe.ts';
import type { CrashReport, CrashReporter } from './crash-report.ts';
import type { CrashRow, CrashView, Mark } from './crash-view.ts';

/** The format's version: raised when a reader of the old one would misread the new one. */
const version = 1;

/** One object, for programs. */
export const json: CrashReporter = (report) => {
  const { views, notices } = report;
  const handlers = views.map((view) => handlerOf(view, report));
  return safe`${safeJson({ version, handlers, notices: notices.map(({ message, file }) => (file === undefined ? { message } : { message, file })) })}\n`;
};

function handlerOf(view: CrashView, report: CrashReport) {
  const { name, kind, delivery, autoCommit, guarantee, effects, rows } = view;
  return {
    name,
    ...spanOf(view.place, report),
    kind,
    delivery,
    ...(autoCommit === undefined ? {} : { autoCommit }),
    guarantee,
    effects: effects.map(({ letter, label, place, guarantee: own, insideTransaction }) => ({
      id: letter,
      label,
      ...spanOf(place, report),
      guarantee: own,
      insideTransaction,
    })),
    points: rows.map((row) => pointOf(row, report)),
  };
}

function pointOf(row: CrashRow, report: CrashReport) {
  const { moment, place, label, code, calls, redelivered, forgotten, kept, dropped, performed, ends, verdict } = row;
  return {
    moment,
    ...spanOf(place, report),
    label,
    code,
    calls: calls.map((call) => spanOf(call, report)),
    redelivered,
    kept: kept.map(markOf),
    lost: dropped.map(markOf),
    forgotten,
    performed: performed.map(markOf),
    ends: ends.map(({ letter, ends: states }) => ({ effect: letter, states })),
    verdict,
  };
}

function markOf({ letter, sure }: Mark) {
  return { effect: letter, on: sure ? 'every path' : 'some paths' };
}

function spanOf({ file, start, end }: Place, { shownPath }: CrashReport) {
  return { file: shownPath(file), start, end };
}
