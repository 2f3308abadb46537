import { stepsFrom } from '../summaries/steps-from.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** Which of some steps can still be reached from each step within one iteration: back edges are cut. */
export interface Reach {
  /** True when `target` lies ahead of `from`. */
  reaches(from: StepId, target: string): boolean;
  /** The same without passing through an exception. */
  reachesNormally(from: StepId, target: StepId): boolean;
}

/** Targets are step keys, so that the copies of one call count as one. */
export function reachOf(graph: UnitGraph, targets: readonly string[]): Reach {
  const bits = new Map(targets.map((key, i) => [key, 1n << BigInt(i)]));
  const back = backEdges(graph);
  const ahead = forwardBits(graph, bits, back);
  return {
    reaches: (from, target) => ((ahead[from] ?? 0n) & (bits.get(target) ?? 0n)) !== 0n,
    reachesNormally: (from, target) => stepsFrom(graph, [from], normalSuccessors).has(target),
  };
}

function edgeKey(from: StepId, to: StepId): string {
  return `${String(from)}>${String(to)}`;
}

interface Visit {
  readonly id: StepId;
  readonly next: readonly StepId[];
  at: number;
}

/** Edges to a step that is still open in a depth-first walk from the entry. */
function backEdges(graph: UnitGraph): ReadonlySet<string> {
  const found = new Set<string>();
  const state = new Map<StepId, 'open' | 'done'>();
  const stack: Visit[] = [visit(graph, graph.entry)];
  state.set(graph.entry, 'open');
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.next[top.at];
    top.at += 1;
    if (next === undefined) {
      state.set(top.id, 'done');
      stack.pop();
    } else if (state.get(next) === 'open') {
      found.add(edgeKey(top.id, next));
    } else if (state.get(next) === undefined) {
      state.set(next, 'open');
      stack.push(visit(graph, next));
    }
  }
  return found;
}

function visit(graph: UnitGraph, id: StepId): Visit {
  const step = graph.steps[id];
  return { id, next: step === undefined ? [] : successorsOf(step), at: 0 };
}

function forwardBits(
  graph: UnitGraph,
  bits: ReadonlyMap<string, bigint>,
  back: ReadonlySet<string>,
): readonly bigint[] {
  const ahead = new Array<bigint | undefined>(graph.steps.length);
  const stack: Visit[] = [visit(graph, graph.entry)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { id } = top;
    const pending = top.next.filter((next) => !back.has(edgeKey(id, next)) && ahead[next] === undefined);
    const [first] = pending;
    if (first !== undefined) {
      stack.push(visit(graph, first));
      continue;
    }
    const step = graph.steps[id];
    const own = step === undefined ? 0n : (bits.get(step.key) ?? 0n);
    ahead[id] = top.next.reduce((all, next) => (back.has(edgeKey(id, next)) ? all : all | (ahead[next] ?? 0n)), own);
    stack.pop();
  }
  return ahead.map((value) => value ?? 0n);
}

export function normalSuccessors(step: Step): readonly StepId[] {
  return 'error' in step ? [step.next] : successorsOf(step);
}
