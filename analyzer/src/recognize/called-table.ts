import type ts from 'typescript';
import { calledDeclaration } from './called-declaration.ts';
import type { Checker } from './checker.ts';
import type { AnyCall } from './knowledge.ts';
import { openNotes } from './notes.ts';
import { recordingChecker } from './recording-checker.ts';
import { openRestingAnswers } from './resting-answers.ts';

/** What a call resolves to, and the files that this rests on. */
export interface Called {
  readonly declaration: ts.Node | undefined;
  readonly files: ReadonlySet<ts.SourceFile>;
}

/**
 * What the calls of one file resolve to. That takes types, which is most of what an edit costs: so it is found out on
 * demand, and outlives the checker for as long as no file that it rests on is another.
 */
export interface CalledTable {
  /** Answers are remembered until they are forgotten. */
  resolve(call: AnyCall, checker: Checker): Called;
  /** Forgets what rests on files that are gone. */
  forget(isGone: (file: ts.SourceFile) => boolean): void;
}

export function openCalledTable(): CalledTable {
  const known = openRestingAnswers<AnyCall, Called>();
  return {
    resolve(call, checker) {
      const seen = known.get(call);
      if (seen !== undefined) return seen;
      const notes = openNotes((node) => node.getSourceFile());
      const declaration = calledDeclaration(recordingChecker(checker, notes), call);
      const called = { declaration, files: notes.homes };
      known.set(call, called, called.files);
      return called;
    },
    forget: known.forget,
  };
}
