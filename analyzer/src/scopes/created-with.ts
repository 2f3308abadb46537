import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { optionOf, writtenOption, type FoundOption } from '../recognize/read-options.ts';
import { creationsBehind } from './creations.ts';

/** Whether the object that a method is called on was made with a boolean option switched on. */
export function createdWith(knowledge: Knowledge, call: ts.Node, env: Env | undefined, meaning: string): boolean {
  return creationOptions(knowledge, call, env, meaning).some(
    (option) => writtenOption(knowledge, option)?.value === true,
  );
}

/** Whether it was made with an option of any value. */
export function createdWithAny(knowledge: Knowledge, call: ts.Node, env: Env | undefined, meaning: string): boolean {
  return creationOptions(knowledge, call, env, meaning).some(({ refs }) => refs.length > 0);
}

/** An option of the calls that may have made the object that a method is called on. */
export function creationOptions(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
  meaning: string,
): readonly FoundOption[] {
  if (!ts.isCallExpression(call)) return [];
  return creationsBehind(knowledge, call, env).flatMap((creation) => {
    const [member] = knowledge.calleesOf(creation.call, creation.env).library;
    return (member && optionOf(knowledge, member, creation.call, creation.env, meaning)) ?? [];
  });
}
