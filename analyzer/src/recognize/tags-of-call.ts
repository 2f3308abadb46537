import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import type { Tag } from './tag.ts';

/** What libraries say of the members that a call may reach. */
export function tagsOfCall(knowledge: Knowledge, call: AnyCall, env: Env | undefined): readonly Tag[] {
  return knowledge.calleesOf(call, env).library.flatMap(({ tags }) => tags);
}

/** Whether they say it with a verb. */
export function isTagged(knowledge: Knowledge, call: AnyCall, env: Env | undefined, verb: string): boolean {
  return knowledge.calleesOf(call, env).library.some(({ tags }) => tags.some((tag) => tag.verb === verb));
}
