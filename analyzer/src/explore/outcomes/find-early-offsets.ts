import ts from '../../typescript.ts';
import type { Edit } from '../../facts/edit.ts';
import type { EarlyOffset, NamedStep } from '../../facts/handler-outcome.ts';
import { comparePlaces, type Place } from '../../facts/place.ts';
import type { Trace } from '../../facts/trace.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { statementRemoval } from '../../recognize/offset-remedy.ts';
import { isWithinCode } from '../../recognize/spot.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import { stepName } from '../../summaries/step-name.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { TransactionAudit } from '../audit-transactions.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { isGivenBack } from '../given-back.ts';
import { say } from '../wording.ts';
import { storesByItself } from './stores-by-itself.ts';
import { momentKey, type Moment, type Walk } from './walk.ts';
import { isWorkedOffBehind } from './worked-off-behind.ts';

type Description = Pick<UnitDescription, 'delivery' | 'placeOf'>;

/** Places at which the position moves past a message before its effects have run. */
export function findEarlyOffsets(
  source: EnteredUnit,
  walk: Walk,
  moments: readonly Moment[],
  audit: TransactionAudit,
  description: Description,
): readonly EarlyOffset[] {
  if (source.entry.kind !== 'handler') return [];
  const byStep = new Map<Step['node'], EarlyOffset>();
  for (const moment of moments) {
    const step = walk.stepAt(moment);
    if (step === undefined || byStep.has(step.node) || !movesPosition(step, audit)) continue;
    const [first, ...others] = effectsAfter(source, walk, step, moment);
    if (first === undefined) continue;
    const named = [first, ...others].map((effect) => ({ label: stepName(effect), place: description.placeOf(effect) }));
    const move = movedBehind(source.knowledge, step, first);
    byStep.set(step.node, early(step, named, move, description));
  }
  const calls = [...byStep.values()].sort((a, b) => comparePlaces(a.place, b.place));
  return [...calls, ...byItself(source, description)];
}

/** Beside a transaction an offset commit by hand is a mistake of its own. */
function movesPosition(step: Step, { begun, beside }: TransactionAudit): boolean {
  if (step.kind !== 'control') return false;
  const isRaw = step.offset?.next === false && step.offset.of === 'current';
  switch (step.verb) {
    case 'resolve-offset':
      return true;
    case 'commit-offsets':
      return !beside.has(step.id) && !isRaw;
    case 'commit-offsets-if-necessary':
      return step.hasArgument && !beside.has(step.id) && !isRaw;
    case 'commit':
      return [...begun.values()].some(({ sendsOffsets }) => sendsOffsets);
    default:
      return false;
  }
}

/**
 * What runs behind it for the same message, when nothing fails and no loop turns; behind a loop, that is what works off
 * what the loop has collected of its messages.
 */
function effectsAfter(source: EnteredUnit, walk: Walk, moved: Step, start: Moment): readonly Step[] {
  const found = new Map<string, Step>();
  const seen = new Set<string>();
  const queue = walk.onwards(start).map((moment): Behind => ({ moment, loop: undefined }));
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const step = walk.stepAt(at.moment);
    const key = `${momentKey(at.moment)} ${String(at.loop?.id)}`;
    if (step === undefined || seen.has(key) || isNewTransaction(step, moved)) continue;
    seen.add(key);
    const loop = isNextTurn(step, moved) ? step : at.loop;
    if (isEffectBehind(step, moved) && (loop === undefined || isWorkedOffBehind(source, loop, step)))
      found.set(step.key, step);
    queue.push(...walk.onwards(at.moment).map((moment) => ({ moment, loop })));
  }
  return [...found.values()];
}

/** A moment, and the loop with the offset in it that has turned or ended since. */
interface Behind {
  readonly moment: Moment;
  readonly loop: Step | undefined;
}

function isResolving(step: Step): boolean {
  return step.kind === 'control' && step.verb === 'resolve-offset';
}

function isNextTurn(step: Step, moved: Step): boolean {
  if (step.kind !== 'each' && step.kind !== 'repeat') return false;
  return isWithinCode(moved, step.node);
}

function isNewTransaction(step: Step, moved: Step): boolean {
  return moved.kind === 'control' && moved.verb === 'commit' && step.kind === 'control' && step.verb === 'begin';
}

function isEffectBehind(step: Step, moved: Step): boolean {
  // A lock that is given back is no work on the message.
  if (step.kind === 'write') return !isGivenBack(step);
  // A send on what has just been committed can only fail: that is another mistake.
  if (step.kind === 'produce')
    return !(step.produce.transactional && moved.kind === 'control' && moved.verb === 'commit');
  return isResolving(moved) && step.kind === 'control' && step.verb === 'commit';
}

function early(
  step: Step,
  effects: readonly NamedStep[],
  move: readonly Edit[],
  description: Description,
): EarlyOffset {
  const place = description.placeOf(step);
  const form = step.kind === 'control' && step.verb === 'commit' ? 'transaction' : 'call';
  const message =
    form === 'transaction'
      ? 'the transaction commits: the input offset moves past the message'
      : `${stepName(step)} moves the position past the message`;
  return {
    form,
    place,
    label: stepName(step),
    effects,
    trace: traceOf({ place, message, isResolved: isResolving(step) }, effects, description),
    move: form === 'call' ? move : [],
  };
}

/** The client itself commits what it has only handed over. */
function byItself(source: EnteredUnit, description: Description): readonly EarlyOffset[] {
  const { autoCommit } = source.entry;
  const { client } = description.delivery;
  if (autoCommit?.value !== true || client.autoCommitMoves === 'after-handler') return [];
  const { steps } = source.graph;
  if (steps.some((step) => step.kind === 'control' && step.verb === 'begin')) return [];
  if (client.autoCommitMoves === 'in-background' && !storesByItself(source)) return [];
  const effects = [...new Map(steps.filter(isWork).map((step) => [step.key, step])).values()].map((step) => ({
    label: stepName(step),
    place: description.placeOf(step),
  }));
  if (effects.length === 0) return [];
  const message =
    client.autoCommitMoves === 'at-fetch'
      ? 'auto-commit is on: the offset was committed when the message was fetched'
      : 'auto-commit is on: the offset was stored when the message was handed over, and is committed in the background';
  const trace = traceOf({ place: autoCommit.place, message, isResolved: false }, effects, description);
  return [{ form: 'option', place: autoCommit.place, label: autoCommit.option, effects, trace, move: [] }];
}

function isWork({ kind }: Step): boolean {
  return kind === 'write' || kind === 'produce';
}

/** Where the position moves; what is only `resolved` is committed once the handler returns or throws. */
interface Moving {
  readonly place: Place;
  readonly message: string;
  readonly isResolved: boolean;
}

function traceOf(
  { place, message, isResolved }: Moving,
  effects: readonly NamedStep[],
  { delivery }: Description,
): Trace {
  const [first] = effects;
  const at = first?.place ?? place;
  const label = first?.label ?? 'the work';
  const [fault, replay] = isResolved
    ? [`${label} fails and throws`, 'what is resolved is committed, and the group goes on behind the message']
    : [`the process crashes before ${label}`, 'after the restart the group goes on behind the message'];
  return [
    { place: delivery.place, kind: 'receive', message: say.first(delivery) },
    { place, kind: 'offset', message },
    { place: at, kind: 'fault', message: fault },
    { place: delivery.place, kind: 'replay', message: replay },
    { place: at, kind: 'outcome', message: say.never(label) },
  ];
}

/** Takes the statement out and puts it at the end of its block, if the effect happens there. */
function movedBehind(knowledge: Knowledge, { node: call }: Step, effect: Step): readonly Edit[] {
  const statement = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  const block = statement.parent;
  if (!ts.isExpressionStatement(statement) || !ts.isBlock(block) || !isWithinCode(effect, block)) return [];
  const last = block.statements.at(-1);
  if (last === undefined || last === statement || ts.isReturnStatement(last) || ts.isThrowStatement(last)) return [];
  const file = block.getSourceFile();
  const lineStart = file.text.lastIndexOf('\n', last.getStart()) + 1;
  const indent = file.text.slice(lineStart, last.getStart());
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
  if (indent.trim() !== '') return [];
  const place = knowledge.slice.placeAt(file, last.getEnd(), last.getEnd());
  return [...statementRemoval(knowledge, call), { place, text: `${lineEnd}${indent}${statement.getText()}` }];
}
