import ts from '../typescript.ts';
import { classOf } from '../recognize/file-tables.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { baseOf } from '../recognize/property-values.ts';
import { stripExpression } from '../recognize/strip.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import type { FunctionValue } from '../recognize/value.ts';

/** What a framework gives the error of a unit to, before its library hears of it. */
export interface ErrorFilter {
  /** The classes of errors that it is for; absent when it is for any. */
  readonly classes?: readonly ts.Expression[];
  /** What deals with the error; absent where the framework throws it on afterwards. */
  readonly fn?: FunctionValue;
  /** The framework tells the sender of the error; the message counts as processed. */
  readonly answers?: true;
}

/**
 * The filter that an error gets to; undefined for none. Of the error of a library nothing is known, so it gets to the
 * first filter that is for any error; one that the workspace makes on the spot gets to those for its class, too.
 */
export function filterOfError(
  knowledge: Knowledge,
  filters: readonly ErrorFilter[],
  thrown?: ts.Node,
): ErrorFilter | undefined {
  const made = thrown === undefined ? undefined : madeBy(thrown);
  return filters.find(({ classes, answers }) => {
    if (answers === true) return made === undefined || !isRedelivered(knowledge, made);
    return classes?.some((each) => made !== undefined && is(knowledge, made, each)) ?? true;
  });
}

/** A class of a library, or one that extends it, that has the message handed over again instead. */
function isRedelivered(knowledge: Knowledge, made: ts.Expression): boolean {
  let at = classOf(made, knowledge.checker);
  for (let steps = 0; at !== undefined && steps < MOST; steps += 1) {
    if (tagsOf(at).some(({ verb }) => verb === 'redelivers')) return true;
    at = baseOf(knowledge, at);
  }
  return false;
}

/** `throw new Refused(…)`. */
function madeBy(thrown: ts.Node): ts.Expression | undefined {
  const value = ts.isThrowStatement(thrown) ? stripExpression(thrown.expression) : undefined;
  return value !== undefined && ts.isNewExpression(value) ? value.expression : undefined;
}

const MOST = 12;

function is(knowledge: Knowledge, made: ts.Expression, wanted: ts.Expression): boolean {
  const target = classOf(wanted, knowledge.checker);
  let at = target === undefined ? undefined : classOf(made, knowledge.checker);
  for (let steps = 0; at !== undefined && at !== target && steps < MOST; steps += 1) at = baseOf(knowledge, at);
  return at !== undefined && at === target;
}
