import ts from '../../typescript.ts';
import type { DroppedTail } from '../../facts/handler-outcome.ts';
import { comparePlaces, type Place } from '../../facts/place.ts';
import type { Trace } from '../../facts/trace.ts';
import { stepName } from '../../summaries/step-name.ts';
import type { Step, StepId, UnitGraph } from '../../summaries/unit-graph.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { say } from '../wording.ts';
import { momentKey, momentsOf, type Moment, type Walk } from './walk.ts';
import { contains } from '../../recognize/contains.ts';
import { loopAround } from '../../recognize/loop-around.ts';
import { isWithinCode } from '../../recognize/spot.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';

type Description = Pick<UnitDescription, 'delivery' | 'placeOf'>;
type Jump = ts.BreakStatement | ts.ReturnStatement;

/** Jumps out of the loop over a batch that its library takes for processed as soon as the handler returns. */
export function findDroppedTails(source: EnteredUnit, walk: Walk, description: Description): readonly DroppedTail[] {
  const { resolving } = source.entry;
  if (resolving === undefined || !resolvesByItself(source)) return [];
  const loops = batchLoops(source.graph);
  const found = new Map<ts.Node, DroppedTail>();
  // Whoever goes back in the topic gets the messages again.
  for (const moment of momentsOf(walk, isSeek) ?? []) {
    const step = walk.stepAt(moment);
    if (step?.kind !== 'pass' || !isJump(step.node) || found.has(step.node)) continue;
    const work = workLeftBy(source.graph, loops, step, step.node);
    if (work === undefined || !returnsNormally(walk, loops, moment)) continue;
    const place = source.knowledge.slice.placeOf(step.node);
    const trace = traceOf(place, work, resolving.option, description);
    found.set(step.node, { place, option: resolving.option, trace, switchOff: resolving.switchOff });
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

function resolvesByItself({ entry, graph }: EnteredUnit): boolean {
  return entry.delivery === 'each-batch' && entry.resolving?.value === true && !graph.truncated;
}

function isJump(node: ts.Node): node is Jump {
  return ts.isBreakStatement(node) || ts.isReturnStatement(node);
}

interface BatchLoop {
  readonly node: ts.Node;
  readonly env: Step['env'];
  readonly head: StepId;
}

function batchLoops({ steps }: UnitGraph): readonly BatchLoop[] {
  return steps.flatMap((step): readonly BatchLoop[] => {
    if (step.kind === 'each' && step.batch) return [{ node: step.node, env: step.env, head: step.id }];
    const loop = step.kind === 'branch' && step.loop === 'batch' ? loopAround(step.node) : undefined;
    return loop === undefined ? [] : [{ node: loop, env: step.env, head: step.id }];
  });
}

/** What is done with each message in the loops that a jump leaves; a loop that only looks for something drops nothing. */
function workLeftBy(graph: UnitGraph, loops: readonly BatchLoop[], jump: Step, node: Jump): Step | undefined {
  const around = loops.filter((loop) => isWithinCode(jump, loop.node));
  const target = ts.isReturnStatement(node) ? undefined : targetOf(node);
  // An outer loop, or a caller's, goes on with the messages behind.
  const isLeft = ({ node: loop, env }: BatchLoop): boolean =>
    env === jump.env && (target === undefined || contains(target, loop));
  if (around.length === 0 || !around.every(isLeft)) return undefined;
  return graph.steps.find((step) => isWork(step) && around.some((loop) => isWithinCode(step, loop.node)));
}

const WORK: ReadonlySet<string> = new Set(['resolve-offset', 'commit-offsets', 'send-offsets', 'commit']);

function isWork(step: Step): boolean {
  return step.kind === 'write' || step.kind === 'produce' || (step.kind === 'control' && WORK.has(step.verb));
}

function targetOf({ label, parent }: ts.BreakStatement): ts.Node {
  let at: ts.Node = parent;
  while (!ts.isSourceFile(at)) {
    const { parent: outer } = at;
    const isNamed = ts.isLabeledStatement(outer) && outer.label.text === label?.text;
    if (label === undefined ? ts.isIterationStatement(at, false) : isNamed) return at;
    at = outer;
  }
  return at;
}

function isSeek(step: Step): boolean {
  return step.kind === 'control' && step.verb === 'seek';
}

/** To the handler's end without an error, without going back in the topic, and without another loop over the batch. */
function returnsNormally(walk: Walk, loops: readonly BatchLoop[], start: Moment): boolean {
  const heads = new Set(loops.map(({ head }) => head));
  const seen = new Set<string>();
  const pending = [...walk.onwards(start)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const step = walk.stepAt(at);
    const key = momentKey(at);
    if (step === undefined || seen.has(key) || heads.has(step.id)) continue;
    if (step.kind === 'exit') return true;
    if (isSeek(step)) continue;
    seen.add(key);
    pending.push(...walk.onwards(at));
  }
  return false;
}

function traceOf(place: Place, work: Step, option: string, { delivery, placeOf }: Description): Trace {
  return [
    { place: delivery.place, kind: 'receive', message: say.first(delivery) },
    { place: placeOf(work), kind: 'effect', message: `${stepName(work)} runs for the first message` },
    { place, kind: 'guard', message: 'the handler leaves its loop here, with messages of the batch still to come' },
    {
      place: delivery.place,
      kind: 'offset',
      message: `the handler returns, and with ${option} on the library resolves the whole batch`,
    },
    {
      place,
      kind: 'outcome',
      message: 'the position is behind the last message: the rest of the batch is never handled',
    },
  ];
}
