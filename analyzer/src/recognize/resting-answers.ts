import type ts from 'typescript';

/** Answers that are remembered for as long as what they rest on is there. */
export interface RestingAnswers<Key, Answer> {
  readonly get: (key: Key) => Answer | undefined;
  /** `files` is what the answer rests on; absent when that goes with the checker. */
  readonly set: (key: Key, answer: Answer, files: Iterable<ts.SourceFile> | undefined) => void;
  /** Forgets what rests on files that are gone, and on the checker. */
  readonly forget: (isGone: (file: ts.SourceFile) => boolean) => void;
}

export function openRestingAnswers<Key, Answer>(): RestingAnswers<Key, Answer> {
  const known = new Map<Key, Answer>();
  // Sets: an answer that was forgotten for one file is given again, and rests on the others as before.
  const resting = new Map<ts.SourceFile, Set<Key>>();
  let passing: Key[] = [];
  return {
    get: (key) => known.get(key),
    set(key, answer, files) {
      known.set(key, answer);
      if (files === undefined) passing.push(key);
      for (const file of files ?? []) resting.set(file, (resting.get(file) ?? new Set()).add(key));
    },
    forget(isGone) {
      for (const key of passing) known.delete(key);
      passing = [];
      for (const [file, keys] of resting) {
        if (!isGone(file)) continue;
        for (const key of keys) known.delete(key);
        resting.delete(file);
      }
    },
  };
}
