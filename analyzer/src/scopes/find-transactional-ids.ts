import type ts from '../typescript.ts';
import type { Place } from '../facts/place.ts';
import { comparePlaces } from '../facts/place.ts';
import type { TransactionalIdentity } from '../facts/transactional-identity.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { propertyAround } from '../recognize/property-edits.ts';
import { optionOf } from '../recognize/read-options.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { creationsBehind, producerMadeBy } from './creations.ts';
import type { FoundConsumer } from './find-consumers.ts';
import { contextsOf } from './find-contexts.ts';
import { introducedAt } from './introduced-value.ts';
import { isClosedInCall, madeFor } from './producer-life.ts';
import { identityOrigin } from './producer-identity.ts';

type Found = Omit<TransactionalIdentity, 'sharers'> & { readonly call: ts.Node; readonly env: Env | undefined };

/** Every transactional id that a producer of the slice is given, and those that a library makes up. */
export function findTransactionalIds(
  knowledge: Knowledge,
  consumers: readonly FoundConsumer[],
): readonly TransactionalIdentity[] {
  const begun = producersBehind(knowledge, 'begin');
  const offsets = producersBehind(knowledge, 'send-offsets');
  const found = callsTagged(knowledge, 'create-producer').flatMap((call) =>
    contextsOf(knowledge, call).flatMap((env) => {
      const member = producerMadeBy(knowledge, call, env);
      if (member === undefined) return [];
      return identitiesAt(knowledge, { call, env, member }, begun, offsets).map((identity): Found => {
        const group = groupBeside(identity.producer, consumers);
        return { ...identity, ...(group === undefined ? {} : { group }), call, env };
      });
    }),
  );
  return merged(found);
}

interface Behind {
  readonly known: ReadonlySet<ts.Node>;
  readonly someUnknown: boolean;
}

/** The calls that made the producers which a verb is called on. */
function producersBehind(knowledge: Knowledge, verb: string): Behind {
  const known = new Set<ts.Node>();
  let someUnknown = false;
  for (const call of callsTagged(knowledge, verb)) {
    const isReal = knowledge
      .calleesOf(call, undefined)
      .library.some(({ tags }) => tags.some((tag) => tag.verb === verb));
    if (!isReal) continue;
    const made = contextsOf(knowledge, call).map((env) => creationsBehind(knowledge, call, env));
    for (const creation of made.flat()) known.add(creation.call);
    someUnknown ||= made.some((creations) => creations.length === 0);
  }
  return { known, someUnknown };
}

interface Making {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly env: Env | undefined;
  readonly member: LibraryCall;
}

function identitiesAt(
  knowledge: Knowledge,
  { call, env, member }: Making,
  begun: Behind,
  offsets: Behind,
): readonly Omit<Found, 'call' | 'env'>[] {
  const { slice } = knowledge;
  const option = optionOf(knowledge, member, call, env, 'transactional-id');
  if (option === undefined) return [];
  const producer = slice.placeOf(calleeNode(call));
  const made = madeFor(knowledge, call);
  const common = {
    producer,
    begun: begun.known.has(call) || (begun.someUnknown ? ('unknown' as const) : false),
    sendsPlainly: member.stub.profile?.sendDuringTransaction === 'outside',
    movesOffsets: offsets.known.has(call),
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

/** One identity per value and producer, with the number of producers that share a constant. */
function merged(found: readonly Found[]): readonly TransactionalIdentity[] {
  const byText = new Map<string, Set<string>>();
  for (const { text, call, env, begun } of found) {
    if (text === undefined || begun === false) continue;
    const makers = byText.get(text) ?? new Set<string>();
    byText.set(text, makers.add(`${String(call.pos)}:${call.getSourceFile().fileName}:${String(env?.id ?? '')}`));
  }
  const distinct = new Map<string, TransactionalIdentity>();
  for (const { call: _call, env: _env, ...identity } of found) {
    const sharers = identity.text === undefined ? 1 : (byText.get(identity.text)?.size ?? 1);
    distinct.set(JSON.stringify([identity.value, identity.producer]), { ...identity, sharers });
  }
  return [...distinct.values()].sort(
    (a, b) => comparePlaces(a.value, b.value) || comparePlaces(a.producer, b.producer),
  );
}
