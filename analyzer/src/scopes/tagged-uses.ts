import type ts from 'typescript';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import { contextsOf } from './find-contexts.ts';

/** A call of a tagged member, seen from one way of getting there. */
export interface TaggedUse {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly env: Env | undefined;
  readonly tag: Tag;
}

/** Every call of a member with a tag, once per way of getting there. */
export function taggedUses(knowledge: Knowledge, verb: string): readonly TaggedUse[] {
  return callsTagged(knowledge, verb).flatMap((call) => {
    const tags = tagsOfCall(knowledge, call, undefined);
    const tag = tags.find((each) => each.verb === verb);
    return tag === undefined ? [] : contextsOf(knowledge, call).map((env) => ({ call, env, tag }));
  });
}
