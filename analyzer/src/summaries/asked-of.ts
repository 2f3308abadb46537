import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { slotOf } from '../recognize/slot.ts';
import type { FunctionNode } from '../recognize/value.ts';
import type { Continuation } from './builder.ts';
import { questionsOf } from './questions.ts';
import { tellsApart } from './tells-apart.ts';

/** What the code behind a call may ask of what a function answers to it. */
export function askedOf(
  knowledge: Knowledge,
  call: AnyCall,
  env: Env | undefined,
  answering: FunctionNode,
): Pick<Continuation, 'slot' | 'questions'> {
  const questions = questionsOf(knowledge, call, env, answering);
  return {
    ...(tellsApart(knowledge, call) ? { slot: slotOf(knowledge, call, env) } : {}),
    ...(questions.length > 0 ? { questions } : {}),
  };
}
