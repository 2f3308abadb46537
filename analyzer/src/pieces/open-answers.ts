import { consultedBy, type Consulted } from '../recognize/consulted.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import type { SharedKnowledge } from '../recognize/share-knowledge.ts';
import { asksTheSame, type Answered, type About, type SliceQuestion } from '../recognize/slice-question.ts';
import type { Piece } from './piece.ts';

/** An answer to a question about the whole slice, and what it rests on. */
export interface AnswerPiece extends Answered {
  readonly consulted: Consulted;
}

interface AnswersRequest {
  readonly shared: SharedKnowledge;
  readonly earlier: readonly AnswerPiece[];
  /** Whether what a piece consulted is as it was, answers aside. */
  readonly stands: (piece: Pick<Piece<unknown>, 'consulted'>) => boolean;
}

interface Answers {
  /** Remembers what was asked. */
  readonly shared: SharedKnowledge;
  /** Whether what a piece consulted is as it was, and every question that it asked has the answer that it had. */
  readonly keeps: (piece: Pick<Piece<unknown>, 'consulted'>) => boolean;
  readonly answered: () => readonly AnswerPiece[];
}

/** What is asked about the whole slice, each question once; answers that still stand are taken over. */
export function openAnswers({ shared: blank, earlier, stands }: AnswersRequest): Answers {
  const pieces: AnswerPiece[] = [];
  const keeps: Answers['keeps'] = (piece) =>
    stands(piece) &&
    piece.consulted.answers.every(({ question, about, answer }) => pieceFor(question, about).answer === answer);
  const shared: SharedKnowledge = { ...blank, answerTo: (question, about) => pieceFor(question, about).answer };
  function pieceFor(question: SliceQuestion, about: About): AnswerPiece {
    const asked = pieces.find((piece) => asksTheSame(piece, question, about));
    if (asked !== undefined) return asked;
    const before = earlier.find((piece) => asksTheSame(piece, question, about));
    const piece = before !== undefined && keeps(before) ? before : newPiece(question, about);
    pieces.push(piece);
    return piece;
  }
  function newPiece(question: SliceQuestion, about: About): AnswerPiece {
    const knowledge = openKnowledge(shared);
    const answer = question(knowledge, about);
    return { question, about, answer, consulted: consultedBy(knowledge.consulted) };
  }
  return { shared, keeps, answered: () => pieces };
}
