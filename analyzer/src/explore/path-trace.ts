import type { Place } from '../facts/place.ts';
import type { Trace, TraceStep } from '../facts/trace.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Step } from '../summaries/unit-graph.ts';
import type { Footstep, Footsteps } from './path-moment.ts';
import type { UnitModel } from './project.ts';

/** A path as a trace: what it does to Kafka and to the outside, what fails on it, and what that comes to. */
export function pathTrace(model: UnitModel, path: Footsteps, end: Place, outcome: string): Trace {
  const { delivery, graph } = model;
  const opening: TraceStep = {
    place: delivery.place,
    kind: 'receive',
    message: delivery.kind === 'handler' ? 'the message is handed to the handler' : 'the function is called',
  };
  const last = path.length - 1;
  const steps = path.flatMap((footstep, i): readonly TraceStep[] => {
    const step = graph.steps[footstep.id];
    return step === undefined || (i === last && isEnd(step)) ? [] : toldOf(model, step, footstep);
  });
  return [opening, ...withoutRepeats(steps), { place: end, kind: 'outcome', message: outcome }];
}

function isEnd({ kind }: Step): boolean {
  return kind === 'exit' || kind === 'failure';
}

function toldOf(model: UnitModel, step: Step, { failed }: Footstep): readonly TraceStep[] {
  const words = wordsFor(step);
  if (words === undefined) {
    const unseen = failed && step.kind === 'opaque' && !isFunctionNode(step.node);
    return unseen ? [{ place: model.placeOf(step), kind: 'fault', message: 'this fails' }] : [];
  }
  const place = model.placeOf(step);
  return failed
    ? [{ place, kind: 'fault', message: `${words.name} fails` }]
    : [{ place, kind: words.kind, message: words.done }];
}

interface Words {
  readonly kind: TraceStep['kind'];
  readonly name: string;
  readonly done: string;
}

function wordsFor(step: Step): Words | undefined {
  switch (step.kind) {
    case 'produce':
      return { kind: 'effect', name: step.produce.label, done: `${step.produce.label} runs` };
    case 'write':
      return { kind: 'effect', name: step.write.label, done: `${step.write.label} runs` };
    case 'read':
      return { kind: 'effect', name: step.read.label, done: `${step.read.label} runs` };
    case 'catch':
      return { kind: 'fault', name: '', done: 'the error is caught here' };
    case 'control':
      return CONTROL[step.verb];
    default:
      return undefined;
  }
}

const CONTROL: Partial<Record<(Step & { readonly kind: 'control' })['verb'], Words>> = {
  begin: { kind: 'begin', name: 'the begin', done: 'a Kafka transaction begins' },
  commit: { kind: 'commit', name: 'the commit', done: 'the transaction commits' },
  abort: { kind: 'abort', name: 'the abort', done: 'the transaction is aborted' },
  'send-offsets': { kind: 'offset', name: 'sendOffsets', done: 'the input offset is added to the transaction' },
  'commit-offsets': { kind: 'offset', name: 'the offset commit', done: 'the offset is committed' },
  heartbeat: { kind: 'effect', name: 'heartbeat', done: 'heartbeat runs' },
};

function withoutRepeats(steps: readonly TraceStep[]): readonly TraceStep[] {
  return steps.filter((step, i) => {
    const before = steps[i - 1];
    return before?.message !== step.message || before.place.start.line !== step.place.start.line;
  });
}
