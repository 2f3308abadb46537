import ts from '../../typescript.ts';
import { isAsync } from '../../recognize/async-function.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { optionOf } from '../../recognize/read-options.ts';
import type { Entry } from '../entry.ts';

/** How a handler comes to run again before an earlier run of it has ended. */
export interface HandlerStart {
  readonly fn: ts.Node;
  /** The call that makes it a listener: an event is not waited for. */
  readonly listening?: ts.Node;
  /** The option that lets it run for several partitions at once. */
  readonly concurrency?: ts.Node;
}

/** What starts the functions of a slice. */
export interface Starts {
  readonly handlersAt: (fn: ts.Node) => readonly HandlerStart[];
  /** A server or a timer starts it again before an earlier run has ended. */
  readonly overlaps: (fn: ts.Node) => boolean;
}

/** Whether anybody but the slice itself calls a function. */
export function isStarted({ handlersAt, overlaps }: Starts, fn: ts.Node): boolean {
  return handlersAt(fn).length > 0 || overlaps(fn);
}

export function handlerStart(knowledge: Knowledge, entry: Entry): HandlerStart {
  const { fn } = entry.fn;
  if (isListener(entry)) return { fn, listening: entry.call ?? fn };
  const concurrency = concurrencyOf(knowledge, entry);
  return concurrency === undefined ? { fn } : { fn, concurrency };
}

/** The next event comes while an async listener is busy. */
function isListener({ call, fn }: Entry): boolean {
  if (call === undefined || !ts.isPropertyAccessExpression(call.expression)) return false;
  const name = call.expression.name.text;
  return (name === 'on' || name === 'addListener') && isAsync(fn.fn);
}

function concurrencyOf(knowledge: Knowledge, entry: Entry): ts.Node | undefined {
  const calls = entry.call === undefined ? entry.consumers : [entry.call];
  for (const call of calls) {
    if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) continue;
    const env = entry.call === undefined ? undefined : entry.caller;
    const [member] = knowledge.calleesOf(call, env).library;
    const option = member && optionOf(knowledge, member, call, env, 'concurrency');
    const ref = option?.refs.find((each) =>
      knowledge
        .valuesOf(each)
        .some((value) => value.kind === 'constant' && typeof value.value === 'number' && value.value > 1),
    );
    if (ref !== undefined) return ref.node;
  }
  return undefined;
}

export function openStarts(handlers: readonly HandlerStart[], overlapping: ReadonlySet<ts.Node>): Starts {
  const known = new Map<ts.Node, HandlerStart[]>();
  for (const start of handlers) known.set(start.fn, [...(known.get(start.fn) ?? []), start]);
  return { handlersAt: (fn) => known.get(fn) ?? [], overlaps: (fn) => overlapping.has(fn) };
}

/** The functions that were asked about. */
export interface AskedStarts extends Starts {
  readonly asked: ReadonlySet<ts.Node>;
}

export function recordingStarts({ handlersAt, overlaps }: Starts): AskedStarts {
  const asked = new Set<ts.Node>();
  return {
    asked,
    handlersAt: (fn) => handlersAt((asked.add(fn), fn)),
    overlaps: (fn) => overlaps((asked.add(fn), fn)),
  };
}

/** Whether the functions are started as they were. */
export function startsTheSame(asked: Iterable<ts.Node>, before: Starts, now: Starts): boolean {
  return [...asked].every((fn) => before.overlaps(fn) === now.overlaps(fn) && sameHandlers(fn, before, now));
}

function sameHandlers(fn: ts.Node, before: Starts, now: Starts): boolean {
  const then = before.handlersAt(fn);
  const current = now.handlersAt(fn);
  return (
    then.length === current.length &&
    then.every((start, index) => {
      const other = current[index];
      return start.listening === other?.listening && start.concurrency === other?.concurrency;
    })
  );
}
