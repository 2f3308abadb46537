import ts from 'typescript';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { optionOf, writtenOption, type FoundOption } from '../recognize/read-options.ts';

/** Whether the object that a method is called on was made with a boolean option switched on. */
export function createdWith(knowledge: Knowledge, call: ts.Node, env: Env | undefined, meaning: string): boolean {
  return creationOptions(knowledge, call, env, meaning).some(
    (option) => writtenOption(knowledge, option)?.value === true,
  );
}

/** An option of the calls that may have made the object that a method is called on. */
export function creationOptions(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
  meaning: string,
): readonly FoundOption[] {
  const receiver = ts.isCallExpression(call) ? receiverOf(call) : undefined;
  if (receiver === undefined) return [];
  return knowledge.valuesOf({ node: receiver, env }).flatMap((value) => {
    if (value.kind !== 'library' || !ts.isCallExpression(value.origin)) return [];
    const { origin } = value;
    const [member] = knowledge.calleesOf(origin, value.env).library;
    return (member === undefined ? undefined : optionOf(knowledge, member, origin, value.env, meaning)) ?? [];
  });
}
