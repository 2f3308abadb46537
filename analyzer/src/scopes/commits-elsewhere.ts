import type ts from 'typescript';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import type { About } from '../recognize/slice-question.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { pathsOf } from '../recognize/tag.ts';
import { isTagged, tagsOfCall } from '../recognize/tags-of-call.ts';
import { creationsBehind } from './creations.ts';
import { textsOf } from './find-consumers.ts';

type Call = ts.CallExpression | ts.NewExpression;

/** Whether any call of the slice may commit offsets of these consumers, or keep their position by seeking. */
export function commitsElsewhere(
  knowledge: Knowledge,
  consumers: readonly ts.Node[],
  groupId: string | undefined,
): boolean {
  return knowledge.answerTo(committedElsewhere, { nodes: consumers, text: groupId });
}

function committedElsewhere(knowledge: Knowledge, { nodes: consumers, text: groupId }: About): boolean {
  const byHand = ['commit-offsets', 'seek'].flatMap((verb) => taggedCalls(knowledge, verb));
  return (
    byHand.some((call) => mayConcern(knowledge, call, consumers)) ||
    taggedCalls(knowledge, 'send-offsets').some((call) => mayBeOfGroup(knowledge, call, groupId))
  );
}

/** Others may have a member of that name, too. */
function taggedCalls(knowledge: Knowledge, verb: string): readonly Call[] {
  return callsTagged(knowledge, verb).filter((call) => isTagged(knowledge, call, undefined, verb));
}

/** A consumer that is not known may be any. */
function mayConcern(knowledge: Knowledge, call: Call, consumers: readonly ts.Node[]): boolean {
  const behind = creationsBehind(knowledge, call, undefined);
  return behind.length === 0 || consumers.length === 0 || behind.some((creation) => consumers.includes(creation.call));
}

function mayBeOfGroup(knowledge: Knowledge, call: Call, groupId: string | undefined): boolean {
  const paths = tagsOfCall(knowledge, call, undefined).flatMap((tag) => pathsOf(tag, 'group'));
  const texts = paths.flatMap((path) => textsOf(knowledge, refsAt(knowledge, call, path, undefined).refs));
  return groupId === undefined || texts.length === 0 || texts.includes(groupId);
}
