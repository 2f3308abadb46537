import type ts from 'typescript';
import { filePartOf, type FilePart } from '../program/file-part.ts';
import { openNotes, type Notes } from './notes.ts';
import type { Answered } from './slice-question.ts';

/** What an answer rests on, so that it is known which changes leave it as it is. */
export interface Consulted {
  /** Parts of files that were read in, or whose declarations were. What types say rests on all that these import, too. */
  readonly parts: ReadonlySet<FilePart>;
  /**
   * Questions about the slice as a whole: a table of the index with a spelling, and the declarations that were asked
   * about. A part that spells the same may answer them one day.
   */
  readonly questions: ReadonlyMap<string, ReadonlySet<Asked>>;
  /** Array literals that were asked for what is pushed into them. */
  readonly arrays: ReadonlySet<ts.Node>;
  /** Questions about the whole slice, with the answers that were given. */
  readonly answers: readonly Answered[];
  /** Whether files that are no sources were read: migrations, schemas. */
  readonly readsTexts: boolean;
  /** Whether the files of the slice were looked through, whatever they spell. */
  readonly readsFiles: boolean;
}

/** A declaration, or whatever is spelt so. */
export type Asked = ts.Node | 'anything';

export interface Recorder extends Consulted, Pick<Notes<FilePart>, 'note' | 'noteSymbol' | 'noteType'> {
  /** A file was looked through from end to end. */
  readonly noteFile: (file: ts.SourceFile) => void;
  readonly ask: (question: string, about: readonly ts.Node[] | 'anything') => void;
  readonly askArray: (array: ts.Node) => void;
  readonly answered: (answered: Answered) => void;
  readonly readTexts: () => void;
  readonly readFiles: () => void;
}

export function openRecorder(): Recorder {
  const { homes, note, noteSymbol, noteType } = openNotes(filePartOf);
  const whole = new Set<ts.SourceFile>();
  const questions = new Map<string, Set<Asked>>();
  const arrays = new Set<ts.Node>();
  const answers: Answered[] = [];
  let readsTexts = false;
  let readsFiles = false;
  return {
    get parts() {
      return new Set([...homes, ...whole]);
    },
    questions,
    arrays,
    answers,
    get readsTexts() {
      return readsTexts;
    },
    get readsFiles() {
      return readsFiles;
    },
    note,
    noteSymbol,
    noteType,
    noteFile: (file) => void whole.add(file),
    ask: (question, about) => {
      const known = questions.get(question) ?? new Set<Asked>();
      questions.set(question, known);
      if (about === 'anything') known.add(about);
      else for (const node of about) known.add(node);
    },
    askArray: (array) => void arrays.add(array),
    answered: (answered) => void answers.push(answered),
    readTexts: () => {
      readsTexts = true;
    },
    readFiles: () => {
      readsFiles = true;
    },
  };
}

/** What is left when the answer is there: the types belong to a checker that must be able to go. */
export function consultedBy({ parts, questions, arrays, answers, readsTexts, readsFiles }: Recorder): Consulted {
  return { parts, questions, arrays, answers, readsTexts, readsFiles };
}
