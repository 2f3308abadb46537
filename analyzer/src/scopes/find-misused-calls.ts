import type ts from 'typescript';
import type { Misuse, MisusedCall } from '../facts/misused-call.ts';
import { comparePlaces } from '../facts/place.ts';
import { calleeNode, callName } from '../recognize/call-name.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { propertyAround } from '../recognize/property-edits.ts';
import { applies } from '../recognize/tag-condition.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { runsConcurrently } from './concurrent-calls.ts';
import { creationsBehind } from './creations.ts';
import { contextsOf } from './find-contexts.ts';
import { callsOfMissing } from './missing-members.ts';
import { presenceAt, type OptionsAt } from './known-settings.ts';
import { suffixedGroups, type SuffixedGroup } from './suffixed-groups.ts';

/** The calls of Kafka libraries that cannot work. */
export function findMisusedCalls(knowledge: Knowledge): readonly MisusedCall[] {
  const groups = suffixedGroups(knowledge);
  const tagged = callsTagged(knowledge, 'misuse').flatMap((call) =>
    contextsOf(knowledge, call).flatMap((env) =>
      knowledge.calleesOf(call, env).library.flatMap((member) =>
        member.tags.flatMap((tag) => {
          const isMeant = tag.verb === 'misuse' && applies(knowledge, tag, call, env) === 'yes';
          return isMeant ? misuseAt(knowledge, { call, env, member, tag }, groups) : [];
        }),
      ),
    ),
  );
  const distinct = new Map([...tagged, ...callsOfMissing(knowledge)].map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

interface TaggedCall extends OptionsAt {
  readonly member: LibraryCall;
  readonly tag: Tag;
}

interface Found {
  readonly at: ts.Node;
  readonly because?: MisusedCall['because'];
}

type Test = (knowledge: Knowledge, at: TaggedCall, groups: readonly SuffixedGroup[]) => Found | undefined;

function misuseAt(knowledge: Knowledge, at: TaggedCall, groups: readonly SuffixedGroup[]): readonly MisusedCall[] {
  const [word = ''] = at.tag.words;
  const known = TESTS.find(([misuse]) => misuse === word);
  const found = known?.[1](knowledge, at, groups);
  if (known === undefined || found === undefined) return [];
  return [
    {
      misuse: known[0],
      place: knowledge.slice.placeOf(found.at),
      library: at.member.stub.packageName,
      label: callName(at.call),
      because: found.because ?? [],
    },
  ];
}

const TESTS: readonly (readonly [Misuse, Test])[] = [
  ['callback', callback],
  ['no-transactional-id', noTransactionalId],
  ['group-id', (knowledge, at) => wrap(refsOf(knowledge, at)[0])],
  ['missing-at-run-time', (_, { call }) => ({ at: calleeNode(call) })],
  ['whole-message', wholeMessage],
  [
    'concurrent',
    (knowledge, { call, env }) => (runsConcurrently(knowledge, call, env) ? { at: calleeNode(call) } : undefined),
  ],
  ['committed-offsets-ignored', committedOffsetsIgnored],
  ['group-without-suffix', groupWithoutSuffix],
];

function refsOf(knowledge: Knowledge, { call, env, tag }: TaggedCall): readonly Ref[] {
  return pathsOf(tag, 'at').flatMap((path) => refsAt(knowledge, call, path, env).refs);
}

/** An option is reported as it is written, with its name. */
function wrap(ref: Ref | undefined): Found | undefined {
  return ref === undefined ? undefined : { at: propertyAround(ref.node) ?? ref.node };
}

function callback(knowledge: Knowledge, at: TaggedCall): Found | undefined {
  const isGiven = refsOf(knowledge, at).some((ref) => knowledge.valuesOf(ref).some(({ kind }) => kind === 'function'));
  return isGiven ? { at: calleeNode(at.call) } : undefined;
}

/** Every producer it may be called on is in sight, and none has an id. */
function noTransactionalId(knowledge: Knowledge, { call, env }: TaggedCall): Found | undefined {
  const makers = creationsBehind(knowledge, call, env);
  const said = makers.map((maker) => presenceAt(knowledge, maker, 'transactional-id'));
  if (makers.length === 0 || said.some(({ value }) => value !== 'absent')) return undefined;
  const because = said.map(({ place }) => ({
    place,
    message: 'the producer is made here, without a transactional id',
  }));
  return { at: calleeNode(call), because };
}

function wholeMessage(knowledge: Knowledge, at: TaggedCall): Found | undefined {
  const isMessage = refsOf(knowledge, at).some((ref) =>
    knowledge.valuesOf(ref).some((value) => value.kind === 'library' && value.message),
  );
  return isMessage ? { at: calleeNode(at.call) } : undefined;
}

function committedOffsetsIgnored(knowledge: Knowledge, { call, env, tag }: TaggedCall): Found | undefined {
  const [path] = pathsOf(tag, 'at');
  if (path === undefined) return undefined;
  const { refs, unknown, maybeAbsent } = refsAt(knowledge, call, path, env);
  const [ref] = refs;
  if (ref === undefined) return unknown || !maybeAbsent ? undefined : { at: calleeNode(call) };
  const values = knowledge.valuesOf(ref);
  const isLatest = values.every((value) => value.kind === 'constant' && value.value === 'latest');
  return isLatest && refs.length === 1 ? wrap(ref) : undefined;
}

/** The id as it was configured, where the broker knows the group by a longer one. */
function groupWithoutSuffix(knowledge: Knowledge, at: TaggedCall, groups: readonly SuffixedGroup[]): Found | undefined {
  const [ref, ...others] = refsOf(knowledge, at);
  const [value, ...more] = ref === undefined ? [] : knowledge.valuesOf(ref);
  if (value?.kind !== 'constant' || others.length > 0 || more.length > 0) return undefined;
  const group = groups.find(({ configured }) => configured === value.value);
  if (group === undefined || groups.some(({ known }) => known === value.value)) return undefined;
  const because = { place: group.place, message: `the broker knows this group as ${group.known}` };
  const found = wrap(ref);
  return found === undefined ? undefined : { ...found, because: [because] };
}
