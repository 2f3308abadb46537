import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { applies } from '../recognize/tag-condition.ts';
import type { Tag } from '../recognize/tag.ts';

/** What a member says of the messages that a call hands over; other libraries have methods of the same names. */
export function consumeTag(
  knowledge: Knowledge,
  { tags }: LibraryCall,
  call: AnyCall,
  env: Env | undefined,
): Tag | undefined {
  return tags.find((tag) => tag.verb === 'consume' && applies(knowledge, tag, call, env) !== 'no');
}
