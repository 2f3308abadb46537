import type { HandlerOutcomes } from '../../facts/handler-outcome.ts';
import type { UnitDescription, UnitSource } from '../describe-unit.ts';
import { findSwallows } from './find-swallows.ts';
import { momentsOf, Walk } from './walk.ts';

/** How the runs of a unit end; a unit that is too large to look at states nothing. */
export function outcomesOf(source: UnitSource, description: UnitDescription): HandlerOutcomes {
  const walk = new Walk(source.graph, source.conditions);
  const moments = source.graph.truncated ? [] : (momentsOf(walk) ?? []);
  return { swallowed: findSwallows(source, walk, moments, description) };
}
