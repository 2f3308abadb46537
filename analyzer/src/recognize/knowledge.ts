import type ts from 'typescript';
import type { LibraryStub } from '../facts/library-stub.ts';
import type { Checker } from './checker.ts';
import type { Recorder } from './consulted.ts';
import type { Slice } from '../program/slice.ts';
import type { Env, EnvStore } from './env.ts';
import type { SourceIndex } from './source-index.ts';
import type { About, SliceQuestion } from './slice-question.ts';
import type { Tag } from './tag.ts';
import type { FunctionValue, Ref, Value } from './value.ts';

export type AnyCall = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** A member of a stub that a call may reach. */
export interface LibraryCall {
  readonly declaration: ts.Node;
  readonly stub: LibraryStub;
  readonly tags: readonly Tag[];
}

/** What a call may run. `complete` is false when something else, unseen, may run too. */
export interface Callees {
  readonly library: readonly LibraryCall[];
  readonly functions: readonly FunctionValue[];
  readonly complete: boolean;
}

/** Everything one piece of work knows while it reads source: the slice, its index, and the answers found so far. */
export interface Knowledge {
  readonly slice: Slice;
  readonly checker: Checker;
  readonly index: SourceIndex;
  readonly envs: EnvStore;
  /** What this piece of work rests on. */
  readonly consulted: Recorder;
  valuesOf(ref: Ref): readonly Value[];
  calleesOf(call: AnyCall, env: Env | undefined): Callees;
  /** What a property of an object may be, read once: objects that spread each other lead back to each in many ways. */
  propertyOf(
    object: ts.ObjectLiteralExpression,
    env: Env | undefined,
    name: string,
    read: () => readonly Value[],
  ): readonly Value[];
  /** Answers a question unless it is asked inside its own answer, as by an object that spreads what it came from. */
  once<T>(question: string, inside: T, answer: () => T): T;
  /** What a read from a collection may return, when the workspace shows what was put in; empty otherwise. */
  containerValues(call: ts.CallExpression, env: Env | undefined): readonly Value[];
  /** Calls of `push` on a variable or field that holds this very array. */
  pushesTo(array: ts.ArrayLiteralExpression): readonly ts.CallExpression[];
  /** Whoever asks rests on the answer only. */
  answerTo(question: SliceQuestion, about: About): boolean;
}
