import ts from '../typescript.ts';
import type { Place } from '../facts/place.ts';
import type {
  AbortAfterFailedCommit,
  Bypass,
  FailedSend,
  TransactionFlow,
  Unsettled,
  UseAfterSettle,
} from '../facts/transaction-flow.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { calleeNode } from '../recognize/call-name.ts';
import { isWithin } from '../recognize/spot.ts';
import { catchOf } from '../scopes/catch-of.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { isDiscardedForGood, isSettledOtherwise } from './discarded-handle.ts';
import { ownerOf } from './handle-owner.ts';
import type { UnitModel } from './project.ts';
import { pathTrace } from './path-trace.ts';
import type { Footsteps } from './path-moment.ts';
import { labelOf } from './step-label.ts';
import { rethrowing, settledInCatch, throughHandle, underActive } from './transaction-edits.ts';
import { transactionHandles } from './transaction-handles.ts';
import { transactionPaths, type TransactionPaths } from './transaction-paths.ts';

export interface FollowedTransactions {
  readonly flow: TransactionFlow;
  readonly complete: boolean;
}

/** Follows each transaction of a unit along every path; undefined where it begins none. */
export function followTransactions(knowledge: Knowledge, model: UnitModel): FollowedTransactions | undefined {
  const { graph, conditions } = model;
  const handles = transactionHandles(knowledge, graph);
  if (handles.begins.size === 0) return undefined;
  const unusableAfterFailure = model.delivery.client.failedSettlement === 'producer-unusable';
  const followed = [...handles.begins].flatMap(([key, id]) => {
    const begin = graph.steps[id];
    if (begin === undefined) return [];
    return [{ begin, paths: transactionPaths({ graph, conditions, handles, begin: key, unusableAfterFailure }) }];
  });
  const describer = new Describer(knowledge, model);
  const complete = followed.every(({ paths }) => paths.complete);
  const all = complete && !graph.truncated ? followed : [];
  return {
    flow: {
      unsettled: all.flatMap(({ begin, paths }) => describer.unsettled(begin, paths)),
      bypasses: all.flatMap(({ begin, paths }) => describer.bypasses(begin, paths)),
      failedSends: all.flatMap(({ paths }) => describer.failedSends(paths)),
      abortsAfterFailedCommit: all.flatMap(({ paths }) => describer.lateAborts(paths)),
      usesAfterSettle: all.flatMap(({ begin, paths }) => describer.lateUses(begin, paths)),
    },
    complete,
  };
}

class Describer {
  readonly #knowledge: Knowledge;
  readonly #model: UnitModel;

  constructor(knowledge: Knowledge, model: UnitModel) {
    this.#knowledge = knowledge;
    this.#model = model;
  }

  unsettled(begin: Step, { unsettled: path }: TransactionPaths): readonly Unsettled[] {
    if (path === undefined) return [];
    const owner = ownerOf(this.#knowledge, begin);
    if (owner === undefined || isSettledOtherwise(this.#knowledge, begin)) return [];
    if (!this.#settles() && !isDiscardedForGood(this.#knowledge, begin)) return [];
    const last = this.#step(path.at(-1)?.id);
    const end = last?.kind === 'failure' ? 'throws' : last?.kind === 'exit' ? 'returns' : 'beginsAgain';
    const place = this.#place(owner.node);
    const trace = pathTrace(this.#model, path, place, OUTCOMES[end]);
    const edits = end === 'throws' ? settledInCatch(this.#knowledge, begin.node) : [];
    return [{ begin: place, end, trace, edits }];
  }

  /** Somewhere in the unit is a commit or an abort, so that it is the unit's part to settle. */
  #settles(): boolean {
    return this.#model.graph.steps.some(
      (step) => step.kind === 'control' && (step.verb === 'commit' || step.verb === 'abort'),
    );
  }

  bypasses(begin: Step, { bypasses }: TransactionPaths): readonly Bypass[] {
    return [...bypasses].flatMap(([id, path]): readonly Bypass[] => {
      const step = this.#step(id);
      if (step?.kind !== 'produce') return [];
      const fate = this.#model.delivery.client.sendDuringTransaction === 'rejected' ? 'rejected' : 'outside';
      const send = this.#model.placeOf(step);
      const outcome =
        fate === 'outside'
          ? 'it is visible at once, and stays when the transaction is aborted; the retry sends it again'
          : 'the producer refuses it while its transaction is open';
      return [
        {
          send,
          label: step.produce.label,
          begin: this.#place(begin.node),
          fate,
          trace: pathTrace(this.#model, path, send, outcome),
          edits: fate === 'outside' ? throughHandle(this.#knowledge, step, begin) : [],
        },
      ];
    });
  }

  failedSends({ failedSends }: TransactionPaths): readonly FailedSend[] {
    return [...failedSends].flatMap(([caught, { send, path }]): readonly FailedSend[] => {
      const [clause, failed, commit] = [this.#step(caught), this.#step(send), this.#lastOf(path)];
      if (clause === undefined || failed === undefined || commit === undefined) return [];
      const place = this.#model.placeOf(commit);
      return [
        {
          caught: this.#head(clause.node),
          send: this.#model.placeOf(failed),
          label: labelOf(failed),
          commit: place,
          trace: pathTrace(this.#model, path, place, 'the transaction commits without what failed: it is lost'),
          edits: rethrowing(this.#knowledge, clause.node),
        },
      ];
    });
  }

  lateAborts({ lateAborts }: TransactionPaths): readonly AbortAfterFailedCommit[] {
    return [...lateAborts].flatMap(([id, { commit, path }]): readonly AbortAfterFailedCommit[] => {
      const [abort, failed] = [this.#step(id), this.#step(commit)];
      if (abort?.kind !== 'control' || failed === undefined || this.#isGuarded(abort, failed)) return [];
      const place = this.#model.placeOf(abort);
      return [
        {
          abort: place,
          commit: this.#model.placeOf(failed),
          trace: pathTrace(
            this.#model,
            path,
            place,
            'the abort rejects, and its error takes the place of the first one',
          ),
          edits: underActive(this.#knowledge, abort),
        },
      ];
    });
  }

  /** Whoever hears the abort fail does not hear the commit fail: the first error goes on. */
  #isGuarded(abort: Step & { readonly kind: 'control' }, commit: Step): boolean {
    // Nobody waits for it, so its rejection hides nothing.
    if (ts.isExpressionStatement(abort.node.parent)) return true;
    const hearing = catchOf(this.#model.graph, abort.error);
    if (hearing === undefined) return false;
    return !isWithin(commit, { node: guardedBy(hearing.node), env: hearing.env });
  }

  lateUses(begin: Step, { lateUses }: TransactionPaths): readonly UseAfterSettle[] {
    // A field may have been given another handle, or none, by whoever settled it.
    if (ownerOf(this.#knowledge, begin) === undefined) return [];
    return [...lateUses].flatMap(([id, { settled, path }]): readonly UseAfterSettle[] => {
      const [use, settling] = [this.#step(id), this.#step(settled)];
      if (use === undefined || settling?.kind !== 'control') return [];
      const place = this.#model.placeOf(use);
      return [
        {
          use: place,
          label: labelOf(use),
          settled: this.#model.placeOf(settling),
          how: settling.verb === 'commit' ? 'committed' : 'aborted',
          trace: pathTrace(this.#model, path, place, 'the transaction is over: this is rejected'),
        },
      ];
    });
  }

  #step(id: StepId | undefined): Step | undefined {
    return id === undefined ? undefined : this.#model.graph.steps[id];
  }

  #lastOf(path: Footsteps): Step | undefined {
    return this.#step(path.at(-1)?.id);
  }

  /** `catch (error)` without its block, or the `.catch` that is given the function. */
  #head(clause: ts.Node): Place {
    if (!ts.isCatchClause(clause)) return this.#place(memberOf(clause));
    const { block } = clause;
    const end = clause.variableDeclaration === undefined ? clause.getStart() + 'catch'.length : block.pos;
    return this.#knowledge.slice.placeAt(clause.getSourceFile(), clause.getStart(), end);
  }

  #place(node: ts.Node): Place {
    return this.#knowledge.slice.placeOf(calleeNode(node));
  }
}

const OUTCOMES: Readonly<Record<Unsettled['end'], string>> = {
  throws: 'the transaction stays open: its topics are blocked for read_committed readers until it times out',
  returns: 'the transaction stays open: its topics are blocked for read_committed readers until it times out',
  beginsAgain: 'the transaction before is still open, so that this begin is refused',
};

/** The `.catch` that is given a function. */
function memberOf(clause: ts.Node): ts.Node {
  const call = clause.parent;
  const isHandler = ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression);
  return isHandler ? call.expression.name : clause;
}

/** What a catch stands around. */
function guardedBy(clause: ts.Node): ts.Node {
  const { parent } = clause;
  if (ts.isTryStatement(parent)) return parent.tryBlock;
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression)
    ? parent.expression.expression
    : clause;
}
