import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { optionOf, writtenOption } from '../recognize/read-options.ts';

/** Whether the object that a method is called on was made with a boolean option switched on. */
export function createdWith(knowledge: Knowledge, call: ts.Node, env: Env | undefined, meaning: string): boolean {
  const receiver = ts.isCallExpression(call) ? receiverOf(call) : undefined;
  if (receiver === undefined) return false;
  return knowledge.valuesOf({ node: receiver, env }).some((value) => {
    if (value.kind !== 'library' || !ts.isCallExpression(value.origin)) return false;
    const { origin } = value;
    const [member] = knowledge.calleesOf(origin, value.env).library;
    const option = member === undefined ? undefined : optionOf(knowledge, member, origin, value.env, meaning);
    return option !== undefined && writtenOption(knowledge, option)?.value === true;
  });
}
