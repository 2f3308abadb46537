import type { Assignment } from './assignments.ts';
import { partsOf, sameExpression, someExpression, type Expression } from './expression.ts';
import type { SqlDialect } from './sql-statement.ts';
import { signAt, wordAt, wordsAt } from './token-lists.ts';

/** Whether doing an assignment twice leaves what doing it once leaves. */
export type Repetition = 'absolute' | 'relative' | 'unknown';

/** What the assignments of one statement do together. `names` are the table's name and its alias; empty when it is put in at run time. */
export function repetitionOf(
  assignments: readonly Assignment[],
  names: readonly string[],
  dialect: SqlDialect,
): Repetition {
  const lastOf = new Map(assignments.map(({ column }, at) => [column, at]));
  const each = assignments.map((assignment, at) => {
    const own = repetitionOfOne(assignment, names);
    if (own === 'relative') return own;
    const readsChanged = (part: Expression): boolean => {
      const other = part.kind === 'column' && part.name !== assignment.column ? lastOf.get(part.name) : undefined;
      // MySQL assigns from left to right, so that only a later column still has its old value.
      const isOld = other !== undefined && (dialect !== 'mysql' || other > at);
      return isOld && refersTo(part, assignments[other] ?? assignment, names);
    };
    // `SET previous = status, status = $1` stores another value the second time.
    return assignment.value !== undefined && someResult(assignment.value, readsChanged) ? 'relative' : own;
  });
  if (each.includes('relative')) return 'relative';
  return each.includes('unknown') ? 'unknown' : 'absolute';
}

/** Like `someExpression`, without the conditions of a `CASE`, which select but do not contribute. */
function someResult(expression: Expression, test: (part: Expression) => boolean): boolean {
  if (expression.kind === 'case') return expression.results.some((result) => someResult(result, test));
  const parts = isConditional(expression) ? partsOf(expression).slice(1) : partsOf(expression);
  return test(expression) || parts.some((part) => someResult(part, test));
}

function isConditional(expression: Expression): boolean {
  return expression.kind === 'call' && (expression.name === 'if' || expression.name === 'iif');
}

function repetitionOfOne(assignment: Assignment, names: readonly string[]): Repetition {
  const { value } = assignment;
  if (value === undefined) return 'unknown';
  // A column and an operand that are both put in at run time may be the same column.
  if (assignment.column === undefined) return isLoneValue(value) ? 'absolute' : 'unknown';
  return repetitionOfValue(value, (part) => refersTo(part, assignment, names));
}

function isLoneValue(value: Expression): boolean {
  return value.kind === 'token' || value.kind === 'literal' || (value.kind === 'call' && value.args.length === 0);
}

type Test = (part: Expression) => boolean;

/** `isSelf` recognises the column that is assigned. */
function repetitionOfValue(value: Expression, isSelf: Test): Repetition {
  if (isSelf(value)) return 'absolute';
  if (value.kind === 'query') return repetitionOfQuery(value, isSelf);
  const branches = branchesOf(value);
  if (branches !== undefined) return repetitionOfBranches(branches, isSelf);
  const parts = partsOf(value).map((part) => ({ part, repetition: repetitionOfValue(part, isSelf) }));
  if (parts.some(({ repetition }) => repetition === 'relative')) return 'relative';
  if (parts.some(({ repetition }) => repetition === 'unknown')) return 'unknown';
  if (!parts.some(({ part }) => someExpression(part, isSelf))) return mayHideColumn(value) ? 'unknown' : 'absolute';
  return value.kind === 'call' ? repetitionOfCall(value.name) : repetitionOfCombination(value);
}

/** A hole that is calculated with may be the column: `SET n = ${table.n} + 1`. */
function mayHideColumn(value: Expression): boolean {
  if (value.kind === 'some-name') return true;
  return (
    value.kind === 'operator' && value.operands.some((part) => part.kind === 'token' && part.token.kind === 'hole')
  );
}

/** Kinds of combining that do not know whether they add up are `unknown`. */
function repetitionOfCombination(value: Expression): Repetition {
  if (value.kind === 'list' && value.items.length === 1) return 'absolute';
  return value.kind === 'operator' ? 'relative' : 'unknown';
}

/** Applied to their own result they change nothing: `GREATEST(n, $1)`, `COALESCE(n, $1)`, `LOWER(n)`. */
const SETTLING: ReadonlySet<string> = new Set(
  (
    'greatest least coalesce ifnull nvl nullif max min last_insert_id lower upper trim btrim ltrim rtrim abs floor ceil ceiling round date date_trunc ' +
    'array_remove json_remove'
  ).split(' '),
);

/** Applied to their own result they change it again, or may do so. */
const ACCUMULATING: ReadonlySet<string> = new Set(
  (
    'array_append array_prepend array_cat array_replace jsonb_set jsonb_set_lax jsonb_insert json_set json_insert json_replace ' +
    'json_array_append json_array_insert json_merge json_merge_patch json_merge_preserve json_patch concat concat_ws date_add date_sub ' +
    'adddate subdate addtime subtime timestampadd dateadd datetime power pow mod sqrt exp substr substring left right lpad rpad ' +
    'overlay replace regexp_replace repeat reverse hstore_set string_agg to_jsonb jsonb_build_object jsonb_build_array'
  ).split(' '),
);

/** Of a function that is given the column itself. What a function of the user's own does with it is not known. */
function repetitionOfCall(name: string): Repetition {
  if (SETTLING.has(name)) return 'absolute';
  return ACCUMULATING.has(name) ? 'relative' : 'unknown';
}

interface Branches {
  readonly conditions: readonly Expression[];
  readonly results: readonly Expression[];
}

function branchesOf(value: Expression): Branches | undefined {
  if (value.kind === 'case') return value;
  if (value.kind !== 'call' || !isConditional(value)) return undefined;
  return { conditions: value.args.slice(0, 1), results: value.args.slice(1) };
}

/**
 * With conditions on the column itself, the first execution decides what the second one tests. If it can only leave
 * the column alone or store one certain value, the second can change nothing more; else it may take another branch.
 */
function repetitionOfBranches({ conditions, results }: Branches, isSelf: Test): Repetition {
  const each = results.map((result) => repetitionOfValue(result, isSelf));
  if (each.includes('relative')) return 'relative';
  if (each.includes('unknown')) return 'unknown';
  if (!conditions.some((condition) => someExpression(condition, isSelf))) return 'absolute';
  const stored = results.filter((result) => !isSelf(result));
  const [first] = stored;
  const settles = first === undefined || stored.every((result) => sameExpression(result, first));
  return settles ? 'absolute' : 'relative';
}

/** A subquery that names the column may mean its own table's, or add to ours: only its absence is certain. */
function repetitionOfQuery(query: Extract<Expression, { kind: 'query' }>, isSelf: Test): Repetition {
  const { tokens } = query;
  const mentions = tokens.some((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'name') return false;
    if (signAt(tokens, at + 1) === '(' || wordAt(tokens, at - 1) === 'AS') return false;
    const qualifier = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text.toLowerCase() : undefined;
    const name = token.text.toLowerCase();
    return isSelf({ kind: 'column', name, ...(qualifier === undefined ? {} : { qualifier }) });
  });
  if (!mentions) return 'absolute';
  const isDistinct = tokens.some((_, at) => wordAt(tokens, at) === 'DISTINCT');
  const reads = tokens.some((_, at) => wordsAt(tokens, at, 'FROM|JOIN'));
  return reads || isDistinct ? 'unknown' : 'relative';
}

/** Whether an expression is the column that an assignment changes, in the row that it changes. */
function refersTo(part: Expression, assignment: Assignment, names: readonly string[]): boolean {
  if (part.kind !== 'column' || part.name !== assignment.column) return false;
  if (part.qualifier === undefined || part.qualifier === assignment.qualifier) return true;
  if (names.length === 0) return part.qualifier !== 'excluded';
  return names.includes(part.qualifier) && (assignment.qualifier === undefined || names.includes(assignment.qualifier));
}
