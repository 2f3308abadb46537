import type { Notice } from '../facts/notice.ts';
import { compareText } from '../facts/place.ts';
import { relativePath } from './paths.ts';

/** Collects what the user must know, each thing once. */
export interface Notices {
  /** The path as places spell it. */
  readonly relative: (path: string) => string;
  readonly add: (notice: Notice) => void;
  /** A part of the slice at this path was not analysed. */
  readonly addIncomplete: (path: string, message: string) => void;
  /** A configuration file that cannot be used as written; the analysis goes on without what it cannot read. */
  readonly addConfigProblem: (path: string, problem: string) => void;
  readonly sorted: () => readonly Notice[];
}

export function openNotices(root: string): Notices {
  const notices = new Map<string, Notice>();
  const relative = (path: string): string => relativePath(root, path);
  const add = (notice: Notice): void => void notices.set(`${notice.file ?? ''}\n${notice.message}`, notice);
  return {
    relative,
    add,
    addIncomplete: (path, message) => {
      add({ message, file: relative(path), incomplete: true });
    },
    addConfigProblem: (path, problem) => {
      add({ message: `The configuration ${problem}.`, file: relative(path), incomplete: false });
    },
    sorted: () =>
      [...notices.values()].sort(
        (a, b) => compareText(a.file ?? '', b.file ?? '') || compareText(a.message, b.message),
      ),
  };
}
