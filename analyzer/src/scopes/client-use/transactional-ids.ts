import { comparePlaces, type Place } from '../../facts/place.ts';
import type { TransactionalIdentity } from '../../facts/transactional-identity.ts';
import { calleeNode } from '../../recognize/call-name.ts';
import type { Knowledge, LibraryCall } from '../../recognize/knowledge.ts';
import { propertyAround } from '../../recognize/property-edits.ts';
import { optionOf } from '../../recognize/read-options.ts';
import type { Ref } from '../../recognize/value.ts';
import { producerMadeBy } from '../creations.ts';
import type { FoundConsumer } from '../find-consumers.ts';
import { contextsOf } from '../find-contexts.ts';
import { introducedAt } from '../introduced-value.ts';
import type { OptionsAt } from '../known-settings.ts';
import { identityOrigin } from '../producer-identity.ts';
import { isClosedInCall, madeFor } from './producer-life.ts';
import type { ProducerUse } from './producer-use.ts';
import type { Starts } from './starts.ts';
import { keyOfWay, mayBeOneOf, wayTo, type WayThere } from './way.ts';

/** A transactional id, before it is known what is called on its producer. */
export interface MadeIdentity {
  readonly made: WayThere;
  readonly identity: Omit<TransactionalIdentity, 'begun' | 'movesOffsets' | 'group' | 'sharers'>;
}

/** Every transactional id that a call gives to a producer, or that its library makes up. */
export function identitiesAt(knowledge: Knowledge, call: OptionsAt['call'], starts: Starts): readonly MadeIdentity[] {
  return contextsOf(knowledge, call).flatMap((env) => {
    const member = producerMadeBy(knowledge, call, env);
    if (member === undefined) return [];
    const found = identitiesOf(knowledge, { call, env, member }, starts);
    return found.map((identity) => ({ made: wayTo({ call, env }), identity }));
  });
}

interface Making extends OptionsAt {
  readonly member: LibraryCall;
}

function identitiesOf(
  knowledge: Knowledge,
  { call, env, member }: Making,
  starts: Starts,
): readonly MadeIdentity['identity'][] {
  const { slice } = knowledge;
  const option = optionOf(knowledge, member, call, env, 'transactional-id');
  if (option === undefined) return [];
  const producer = slice.placeOf(calleeNode(call));
  const made = madeFor(knowledge, call, starts);
  const common = {
    producer,
    sendsPlainly: slice.profileOf(member.stub, call.getSourceFile())?.sendDuringTransaction === 'outside',
    closedInCall: isClosedInCall(knowledge, call),
    ...(made === undefined ? {} : { madeFor: slice.placeOf(calleeNode(made)) }),
  };
  if (option.refs.length === 0) {
    const isInvented = option.default === 'random' && !option.unknown;
    return isInvented ? [{ ...common, value: producer, option: producer, origin: 'invented' }] : [];
  }
  return option.refs.flatMap((ref) => {
    const origin = option.unknown ? 'unknown' : identityOrigin(knowledge, [ref]);
    const text = origin === 'constant' ? textOf(knowledge, ref) : undefined;
    // Absent, or empty: no id at all.
    if (origin === 'constant' && text === undefined) return [];
    return [
      {
        ...common,
        value: slice.placeOf(introducedAt(knowledge, ref)),
        option: slice.placeOf(propertyAround(ref.node) ?? ref.node),
        origin,
        ...(text === undefined ? {} : { text }),
      },
    ];
  });
}

function textOf(knowledge: Knowledge, ref: Ref): string | undefined {
  const texts = knowledge.valuesOf(ref).flatMap((value) => (value.kind === 'constant' ? [value.value] : []));
  const [first, ...others] = new Set(texts);
  return others.length === 0 && typeof first === 'string' && first !== '' ? first : undefined;
}

/** A consumer with a group whose file lies in the same service: under the same first folders. */
function groupBeside(producer: Place, consumers: readonly FoundConsumer[]): Place | undefined {
  const own = serviceOf(producer.file);
  return consumers.find(({ consumer }) => serviceOf(consumer.place.file) === own)?.consumer.place;
}

/** The folder above `src`, or the file's own folder. */
function serviceOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  const source = folders.indexOf('src');
  return source < 0 ? folders.join('/') : folders.slice(0, source).join('/');
}

interface Uses {
  readonly begins: readonly ProducerUse[];
  readonly offsets: readonly ProducerUse[];
}

/** One identity per value and producer, with what is called on that one, and how many share a constant. */
export function transactionalIds(
  found: readonly MadeIdentity[],
  { begins, offsets }: Uses,
  consumers: readonly FoundConsumer[],
): readonly TransactionalIdentity[] {
  const otherwise = begins.some(({ makers }) => makers.length === 0) ? ('unknown' as const) : false;
  const begunAt = ({ made }: MadeIdentity): TransactionalIdentity['begun'] => isOn(begins, made) || otherwise;
  const sharers = sharersByText(found.filter((each) => begunAt(each) !== false));
  const distinct = new Map<string, TransactionalIdentity>();
  for (const each of found) {
    const { identity, made } = each;
    const group = groupBeside(identity.producer, consumers);
    distinct.set(JSON.stringify([identity.value, identity.producer]), {
      ...identity,
      begun: begunAt(each),
      movesOffsets: isOn(offsets, made),
      ...(group === undefined ? {} : { group }),
      sharers: identity.text === undefined ? 1 : (sharers.get(identity.text)?.size ?? 1),
    });
  }
  return [...distinct.values()].sort(
    (a, b) => comparePlaces(a.value, b.value) || comparePlaces(a.producer, b.producer),
  );
}

function isOn(uses: readonly ProducerUse[], made: WayThere): boolean {
  return uses.some(({ makers }) => makers.some((maker) => mayBeOneOf(maker, made)));
}

/** The producers that are given a constant. */
function sharersByText(found: readonly MadeIdentity[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byText = new Map<string, Set<string>>();
  for (const { identity, made } of found) {
    if (identity.text === undefined) continue;
    byText.set(identity.text, (byText.get(identity.text) ?? new Set<string>()).add(keyOfWay(made)));
  }
  return byText;
}
