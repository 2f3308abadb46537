import type { HandlerOutcomes } from '../../facts/handler-outcome.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import type { TransactionAudit } from '../audit-transactions.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { findDroppedTails } from './find-dropped-tails.ts';
import { findEarlyOffsets } from './find-early-offsets.ts';
import { findUncommitted } from './find-uncommitted.ts';
import { findFloating } from './find-floating.ts';
import { findSwallows } from './find-swallows.ts';
import { findWrongOffsets } from './find-wrong-offsets.ts';
import { momentsOf, Walk } from './walk.ts';

/** How the runs of a unit end; a unit that is too large to look at states nothing. */
export function outcomesOf(
  source: EnteredUnit,
  audit: TransactionAudit,
  description: UnitDescription,
): HandlerOutcomes {
  const walk = new Walk(source.graph, source.conditions);
  const moments = source.graph.truncated ? [] : (momentsOf(walk) ?? []);
  const uncommitted = findUncommitted(source, description);
  return {
    swallowed: findSwallows(source, walk, moments, description),
    early: findEarlyOffsets(source, walk, moments, audit, description),
    floating: findFloating(source, walk, moments, description),
    wrongOffsets: findWrongOffsets(source, description),
    droppedTails: findDroppedTails(source, walk, description),
    ...(uncommitted === undefined ? {} : { uncommitted }),
  };
}
