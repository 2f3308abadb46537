import type ts from 'typescript';
import type { NodeId } from './flow-graph.ts';
import type { Cleanup, Scope } from './scope.ts';

const MAX_COPIES = 12;
const MAX_COPIED_LENGTH = 4_000;

/**
 * Code that runs on every way out of `of`: one copy per target, so that each path stays precise. When there are too many
 * or the code is long, the rest shares a copy that ends in a choice.
 */
export function createCleanup(scope: Scope, of: ts.Node, lower: (scope: Scope, next: NodeId) => NodeId): Cleanup {
  const inner: Scope = { ...scope, copy: true };
  const copies = new Map<NodeId, NodeId>();
  const limit = scope.copy || of.end - of.pos > MAX_COPIED_LENGTH ? 1 : MAX_COPIES;
  const shared = createSharedCopy(inner, of, lower);
  const copyFor = (target: NodeId): NodeId =>
    limit > 1 && copies.size < limit ? lower(inner, target) : shared(target);
  return {
    outer: scope.cleanup,
    through(target) {
      const entry = copies.get(target) ?? copyFor(target);
      copies.set(target, entry);
      return entry;
    },
  };
}

function createSharedCopy(
  scope: Scope,
  of: ts.Node,
  lower: (scope: Scope, next: NodeId) => NodeId,
): (target: NodeId) => NodeId {
  const targets: NodeId[] = [];
  let entry: NodeId | undefined;
  return (target) => {
    targets.push(target);
    if (entry === undefined) {
      const end = scope.nodes.reserve(of);
      // The list keeps growing with each further target.
      scope.nodes.fill(end, { kind: 'choice', of, next: targets });
      entry = lower(scope, end);
    }
    return entry;
  };
}

/** The way from here to a target, through every clean-up on it; `until` is the innermost one that is not left. */
export function leaveTo(scope: Scope, target: NodeId, until: Cleanup | undefined): NodeId {
  const passed: Cleanup[] = [];
  for (let at = scope.cleanup; at !== undefined && at !== until; at = at.outer) passed.push(at);
  return passed.reduceRight((entry, cleanup) => cleanup.through(entry), target);
}
