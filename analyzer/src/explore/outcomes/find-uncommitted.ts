import type { UncommittedInput } from '../../facts/handler-outcome.ts';
import { optionOf } from '../../recognize/read-options.ts';
import { commitsElsewhere } from '../../scopes/commits-elsewhere.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import { findUnseenCalls } from '../../scopes/find-unseen-calls.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { say } from '../wording.ts';

/** Auto-commit is off, and neither the handler nor anything else that may know the consumer commits an offset. */
export function findUncommitted(
  source: EnteredUnit,
  { delivery }: Pick<UnitDescription, 'delivery'>,
): UncommittedInput | undefined {
  const { entry, graph, knowledge } = source;
  const { autoCommit } = entry;
  if (entry.kind !== 'handler' || autoCommit?.value !== false || graph.truncated) return undefined;
  if (graph.steps.some((step) => movesPosition(source, step)) || hasBlindSpot(source)) return undefined;
  if (commitsElsewhere(knowledge, entry.consumers, source.groupId)) return undefined;
  const { option, place } = autoCommit;
  return {
    place,
    option,
    trace: [
      { place, kind: 'receive', message: `the consumer starts with ${option} off` },
      { place: delivery.place, kind: 'effect', message: say.first(delivery) },
      {
        place: delivery.place,
        kind: 'fault',
        message: 'the handler returns, no offset is committed, and the process restarts',
      },
      {
        place: delivery.place,
        kind: 'replay',
        message: 'the group has no offset to go on from: it begins at the first message, or at the end of the topic',
      },
      { place, kind: 'outcome', message: 'everything is processed again, or what was sent meanwhile never is' },
    ],
  };
}

/** What becomes of the offsets of a transaction is judged with it; who seeks keeps the position somewhere else. */
const MOVES: ReadonlySet<string> = new Set(['commit-offsets', 'send-offsets', 'escape', 'begin', 'seek']);

function movesPosition(source: EnteredUnit, step: Step): boolean {
  if (step.kind !== 'control') return false;
  if (step.verb !== 'commit-offsets-if-necessary') return MOVES.has(step.verb);
  return step.hasArgument || setsPace(source);
}

/** Without an argument it commits only where an interval or a threshold says when. */
function setsPace({ knowledge, entry }: EnteredUnit): boolean {
  const { call, library, caller } = entry;
  if (call === undefined) return true;
  const paces = ['commit-interval', 'commit-threshold'].flatMap(
    (meaning) => optionOf(knowledge, library, call, caller, meaning) ?? [],
  );
  return paces.length === 0 || paces.some(({ refs, unknown }) => refs.length > 0 || unknown);
}

/** Whoever gets the consumer, or what was handed over as a whole, may commit out of sight. */
function hasBlindSpot({ knowledge, graph }: EnteredUnit): boolean {
  return findUnseenCalls(knowledge, graph).some(({ gets, from }) => gets.includes('kafka') || from === undefined);
}
