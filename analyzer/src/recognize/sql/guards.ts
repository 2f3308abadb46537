import type { Assignment } from './assignments.ts';
import { sameExpression, type Expression } from './expression.ts';
import { valueOf } from './sql-value.ts';

/**
 * Whether a statement's assignments break one of its own conditions, so that a second execution matches no row:
 * `SET status = 'paid' WHERE status = 'pending'`, `SET version = version + 1 WHERE version = $2`,
 * `SET total = total + $1, last_offset = $2 WHERE last_offset < $2`. `<>` is no such condition: messages that come
 * again in a group find the last one's value, not their own.
 */
export function breaksOwnCondition(conditions: readonly Expression[], assignments: readonly Assignment[]): boolean {
  return conditions.some((condition) => isBroken(condition, assignments));
}

function isBroken(condition: Expression, assignments: readonly Assignment[]): boolean {
  if (condition.kind !== 'operator') return false;
  if (condition.operator === 'OR') return condition.operands.every((part) => isBroken(part, assignments));
  const [left, right] = condition.operands;
  if (left === undefined) return false;
  const next = assignedTo(left, assignments);
  if (right === undefined) return condition.operator === 'NOT' && isTrue(next);
  return isBrokenComparison(condition.operator, [left, right], [next, assignedTo(right, assignments)]);
}

type Both<T> = readonly [T, T];

/** `next` is what is assigned to either side. */
function isBrokenComparison(operator: string, sides: Both<Expression>, next: Both<Expression | undefined>): boolean {
  switch (operator) {
    case 'IS':
      return differs(next[0], sides[1]);
    case 'IS NOT':
      return isTrue(sides[1]) && isTrue(next[0]);
    case '=':
      return differs(next[0], sides[1]) || differs(next[1], sides[0]);
    case '<':
      return becomes(next[0], sides[1]);
    case '>':
      return becomes(next[1], sides[0]);
    default:
      return false;
  }
}

/** What is assigned to a column of the row that changes; undefined for anything else. */
function assignedTo(part: Expression, assignments: readonly Assignment[]): Expression | undefined {
  const column = part.kind === 'call' && part.name === 'coalesce' ? part.args[0] : part;
  if (column?.kind !== 'column' || column.qualifier === 'excluded') return undefined;
  return assignments.find((assignment) => assignment.column === column.name)?.value;
}

function isTrue(assigned: Expression | undefined): boolean {
  const value = valueOf(assigned);
  return value.kind === 'literal' && /^(?:true|1)$/i.test(value.text);
}

/** The column becomes exactly what it had to be less than. */
function becomes(assigned: Expression | undefined, limit: Expression): boolean {
  return assigned !== undefined && sameExpression(assigned, limit);
}

/** The column had to equal `before` and gets another value. */
function differs(assigned: Expression | undefined, before: Expression): boolean {
  if (assigned === undefined || sameExpression(assigned, before)) return false;
  const [next, last] = [valueOf(assigned), valueOf(before)];
  if (next.kind === 'literal' && last.kind === 'literal') return next.text.toLowerCase() !== last.text.toLowerCase();
  if (last.kind === 'literal' && last.text.toLowerCase() === 'null') return next.kind !== 'other';
  if (assigned.kind === 'operator') return true;
  return next.kind === 'placeholder' && last.kind === 'placeholder';
}
