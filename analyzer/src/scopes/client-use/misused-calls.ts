import type ts from 'typescript';
import type { Misuse, MisusedCall } from '../../facts/misused-call.ts';
import { comparePlaces } from '../../facts/place.ts';
import { calleeNode, callName } from '../../recognize/call-name.ts';
import type { Knowledge, LibraryCall } from '../../recognize/knowledge.ts';
import { refsAt } from '../../recognize/path-refs.ts';
import { propertyAround } from '../../recognize/property-edits.ts';
import { applies } from '../../recognize/tag-condition.ts';
import { pathsOf, type Tag } from '../../recognize/tag.ts';
import type { Ref } from '../../recognize/value.ts';
import { runsConcurrently } from './concurrent-calls.ts';
import { creationsBehind } from '../creations.ts';
import { contextsOf } from '../find-contexts.ts';
import { presenceAt, type OptionsAt } from '../known-settings.ts';
import type { SuffixedGroup } from './suffixed-groups.ts';

/** A call that cannot work; one about a group, if that group turns out to be known by a longer id. */
export interface SeenMisuse {
  readonly call: MisusedCall;
  /** The group's id as it is written there. */
  readonly group?: string;
}

/** What a call of a Kafka library does that cannot work. */
export function misusesAt(knowledge: Knowledge, call: OptionsAt['call']): readonly SeenMisuse[] {
  return contextsOf(knowledge, call).flatMap((env) =>
    knowledge.calleesOf(call, env).library.flatMap((member) =>
      member.tags.flatMap((tag) => {
        const isMeant = tag.verb === 'misuse' && applies(knowledge, tag, call, env) === 'yes';
        return isMeant ? misuseAt(knowledge, { call, env, member, tag }) : [];
      }),
    ),
  );
}

/** The calls that cannot work, each once. */
export function misusedCalls(seen: readonly SeenMisuse[], groups: readonly SuffixedGroup[]): readonly MisusedCall[] {
  const calls = seen.flatMap(({ call, group }) => (group === undefined ? [call] : withoutSuffix(call, group, groups)));
  const distinct = new Map(calls.map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

/** The broker knows the group by a longer id than the one that is written. */
function withoutSuffix(call: MisusedCall, written: string, groups: readonly SuffixedGroup[]): readonly MisusedCall[] {
  const group = groups.find(({ configured }) => configured === written);
  if (group === undefined || groups.some(({ known }) => known === written)) return [];
  return [{ ...call, because: [{ place: group.place, message: `the broker knows this group as ${group.known}` }] }];
}

interface TaggedCall extends OptionsAt {
  readonly member: LibraryCall;
  readonly tag: Tag;
}

interface Found {
  readonly at: ts.Node;
  readonly because?: MisusedCall['because'];
  readonly group?: string;
}

type Test = (knowledge: Knowledge, at: TaggedCall) => Found | undefined;

function misuseAt(knowledge: Knowledge, at: TaggedCall): readonly SeenMisuse[] {
  const [word = ''] = at.tag.words;
  const known = TESTS.find(([misuse]) => misuse === word);
  const found = known?.[1](knowledge, at);
  if (known === undefined || found === undefined) return [];
  const { group, because = [] } = found;
  const call: MisusedCall = {
    misuse: known[0],
    place: knowledge.slice.placeOf(found.at),
    library: at.member.stub.packageName,
    label: callName(at.call),
    because,
  };
  return [group === undefined ? { call } : { call, group }];
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

/** The id of a group as it is written; whether the broker knows that group by a longer one is seen elsewhere. */
function groupWithoutSuffix(knowledge: Knowledge, at: TaggedCall): Found | undefined {
  const [ref, ...others] = refsOf(knowledge, at);
  const [value, ...more] = ref === undefined ? [] : knowledge.valuesOf(ref);
  if (value?.kind !== 'constant' || others.length > 0 || more.length > 0) return undefined;
  const found = wrap(ref);
  return found === undefined || typeof value.value !== 'string' ? undefined : { ...found, group: value.value };
}
