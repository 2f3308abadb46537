import type ts from '../typescript.ts';
import type { FlowGraph, NodeId } from '../flow/flow-graph.ts';
import type { Env } from '../recognize/env.ts';
import type { Continuation } from './builder.ts';
import type { StepId } from './unit-graph.ts';

/** The copy of a function for one env and one continuation. */
export interface Frame {
  readonly graph: FlowGraph;
  readonly env: Env | undefined;
  readonly to: Continuation;
  readonly steps: Map<NodeId, StepId>;
  /** The frame of a dropped expression that runs by itself: what lies behind it is not part of it. */
  readonly dropped?: ts.Expression;
}
