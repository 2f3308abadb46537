import type ts from 'typescript';
import type { Knowledge } from './knowledge.ts';

/**
 * A question about the whole slice that is settled by yes or no. Whoever asks rests on the answer, not on all that it takes
 * to find it: while the answer is the same, what was found out with it still holds.
 */
export type SliceQuestion = (knowledge: Knowledge, about: About) => boolean;

/** What a question is about; the same nodes and the same text make it the same question. */
export interface About {
  readonly nodes: readonly ts.Node[];
  readonly text: string | undefined;
}

export interface Answered {
  readonly question: SliceQuestion;
  readonly about: About;
  readonly answer: boolean;
}

export function asksTheSame(answered: Answered, question: SliceQuestion, { nodes, text }: About): boolean {
  const { about } = answered;
  return (
    answered.question === question &&
    about.text === text &&
    about.nodes.length === nodes.length &&
    about.nodes.every((node, at) => node === nodes[at])
  );
}
