import type ts from 'typescript';
import type { Env } from '../recognize/env.ts';
import type { OffsetValue } from '../recognize/offset-value.ts';
import type { ContainerMeaning, ControlVerb, ProduceMeaning, ReadMeaning, WriteMeaning } from '../recognize/meaning.ts';

export type StepId = number;

/**
 * A unit of work with every relevant call entered: one graph from the entry's first line to its last. Two copies of
 * one call (a copied finally, two ways into a helper) are two steps with the same `key` or different ones: the key
 * names the call as seen through one chain of callers.
 */
export interface UnitGraph {
  readonly entry: StepId;
  readonly exit: StepId;
  readonly failure: StepId;
  /** The env of the entry: what is made inside it is made anew for each message. */
  readonly root: Env | undefined;
  /** Index = id. */
  readonly steps: readonly Step[];
  /** True when the unit was too large to enter completely. */
  readonly truncated: boolean;
  /** It calls functions that the user vouches for. */
  readonly hasVouched?: true;
}

export type Step = StepBase & StepKind;

interface StepBase {
  readonly id: StepId;
  /** Where in the source, and seen from which call. */
  readonly node: ts.Node;
  readonly env: Env | undefined;
  readonly key: string;
}

export type StepKind =
  | { readonly kind: 'write'; readonly write: WriteMeaning; readonly next: StepId; readonly error: StepId }
  | {
      readonly kind: 'produce';
      readonly produce: ProduceMeaning;
      /** Nobody hears of its failure but the transaction that it belongs to, if there is one. */
      readonly quiet?: true;
      readonly next: StepId;
      readonly error: StepId;
    }
  | { readonly kind: 'read'; readonly read: ReadMeaning; readonly next: StepId; readonly error: StepId }
  | {
      readonly kind: 'control';
      readonly verb: ControlVerb;
      readonly hasArgument: boolean;
      /** For the begin of a database transaction: it stays open on a connection that is given back. */
      readonly onConnection?: true;
      /** For a step that moves a position: to which offset. */
      readonly offset?: OffsetValue;
      readonly next: StepId;
      readonly error: StepId;
    }
  | { readonly kind: 'container'; readonly container: ContainerMeaning | ElementAccess; readonly next: StepId }
  | {
      readonly kind: 'branch';
      readonly condition: ts.Expression;
      readonly test: 'truthy' | 'nullish';
      /** The condition of a loop that counts through a collection: the batch, or anything else. */
      readonly loop?: 'batch' | 'items';
      readonly whenTrue: StepId;
      readonly whenFalse: StepId;
    }
  /** Whether a promise that is waited for was rejected, which a slot remembers. */
  | {
      readonly kind: 'branch';
      readonly condition: ts.Expression;
      readonly test: 'rejected';
      readonly slot: string;
      readonly loop?: undefined;
      readonly whenTrue: StepId;
      readonly whenFalse: StepId;
    }
  /** `called`: between functions; it is the same one each time the message is handed over. */
  | { readonly kind: 'choice'; readonly called?: true; readonly next: readonly StepId[] }
  /** `batch`: runs once per message of the delivery. */
  | {
      readonly kind: 'each';
      readonly over: ts.Expression;
      readonly batch: boolean;
      /** All elements are under way at once. */
      readonly together?: true;
      readonly body: StepId;
      readonly next: StepId;
    }
  | { readonly kind: 'repeat'; readonly next: StepId }
  /** Whether an answer is truthy, or what a question says of it; undefined where that cannot be said. */
  | { readonly kind: 'result'; readonly slot: string; readonly value: boolean | undefined; readonly next: StepId }
  /** A local number gets a value; undefined is one that cannot be seen. */
  | {
      readonly kind: 'number';
      readonly slot: string;
      readonly change: number | 'one more' | 'one less' | undefined;
      readonly next: StepId;
    }
  | { readonly kind: 'catch'; readonly uniqueViolation: boolean; readonly next: StepId }
  | { readonly kind: 'opaque'; readonly next: StepId; readonly error: StepId }
  | { readonly kind: 'pass'; readonly next: StepId }
  /** Work that nobody waits for: it runs `now`, or `later`, up to a `settled` step; `maybe` it never runs. */
  | {
      readonly kind: 'detach';
      readonly now: StepId;
      readonly later: StepId;
      readonly maybe: boolean;
      /** It waits for its turn in a queue of the process; a callback is told when it is over; its promise is kept. */
      readonly how?: 'queued' | 'told' | 'parked';
      readonly next: StepId;
    }
  | { readonly kind: 'settled' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'failure' };

/** `seen[id]`, `seen[id] = true`, `delete seen[id]`, `id in seen`. */
export interface ElementAccess {
  readonly kind: 'element';
  readonly verb: 'check' | 'fill' | 'forget';
  readonly object: ts.Expression;
  readonly index: ts.Expression;
}

/** The steps that may follow a step, the exceptional one last. */
export function successorsOf(step: Step): readonly StepId[] {
  switch (step.kind) {
    case 'write':
    case 'produce':
    case 'read':
    case 'control':
    case 'opaque':
      return [step.next, step.error];
    case 'branch':
      return [step.whenTrue, step.whenFalse];
    case 'choice':
      return step.next;
    case 'each':
      return [step.body, step.next];
    case 'detach':
      return [step.now, step.later, step.next];
    case 'container':
    case 'repeat':
    case 'result':
    case 'number':
    case 'catch':
    case 'pass':
      return [step.next];
    case 'exit':
    case 'failure':
    case 'settled':
      return [];
  }
}
