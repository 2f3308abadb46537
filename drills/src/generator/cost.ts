import { bodyOf, statementsIn, type Block, type Program, type Statement } from './program.ts';
import { variedBy, workloadFor } from './workload.ts';

/** Faults that can strike at one point, on average: not every kind can strike everywhere. */
const FAULTS = 5;

/** About how many runs the exhaustive simulation of a program takes. */
export function costOf(program: Program): number {
  const { delivery } = program;
  const around = delivery.kind === 'each-batch' && delivery.around !== 'nothing' ? 3 : 0;
  const fetches = delivery.kind === 'each-batch' ? 2 : 1;
  const points = 2 * (pointsIn(bodyOf(program)) + around) + 2;
  const expiries = statementsIn(bodyOf(program)).some((one) => one.kind === 'guard' && one.guard === 'redis-expiring')
    ? 2
    : 1;
  return workloadFor(variedBy(program)).length * fetches * points * FAULTS * expiries * holdsIn(program);
}

function pointsIn(block: Block): number {
  return block.reduce((sum, statement) => sum + pointsOf(statement), 0);
}

function pointsOf(statement: Statement): number {
  switch (statement.kind) {
    case 'effect':
    case 'commit-offsets':
    case 'heartbeat':
      return 1;
    case 'answered':
      return 1 + pointsIn(statement.body);
    case 'guard':
      return GUARD_POINTS[statement.guard] + pointsIn(statement.body);
    case 'branch':
      return (pointsIn(statement.body) + pointsIn(statement.otherwise)) / 2;
    case 'items':
      // On average over its numbers of elements.
      return 1.2 * pointsIn(statement.body);
    case 'attempt':
      return pointsIn(statement.body) + pointsIn(statement.last);
    case 'database':
      return 2 + pointsIn(statement.body);
    case 'transaction':
      return 3 + pointsIn(statement.body);
  }
}

const GUARD_POINTS = { set: 0, map: 0, 'look-up': 2, claim: 1, violation: 1, redis: 1, 'redis-expiring': 1 } as const;

/**
 * Each call of a run that nobody waits for, or that runs beside others, is held back until three different moments, at
 * most of which it would come anyway.
 */
function holdsIn(program: Program): number {
  return 1 + 6 * heldIn(program);
}

/** Calls that may finish later than they would in their place. */
export function heldIn(program: Program): number {
  return statementsIn(bodyOf(program)).filter(
    (one) => (one.kind === 'effect' && one.form === 'detached') || (one.kind === 'items' && one.form === 'all'),
  ).length;
}
