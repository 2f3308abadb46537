import { comparePlaces, type Place } from '../facts/place.ts';
import type { ProducerSetup, Setting } from '../facts/producer-setup.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { creationsBehind } from './creations.ts';
import { knownSetting, presenceAt, saidAt, type OptionsAt } from './known-settings.ts';
import type { SettingsUse } from './settings-objects.ts';
import { taggedUses, type TaggedUse } from './tagged-uses.ts';

/** How every producer is set up that the slice constructs, once per way of getting there. */
export function findProducerSetups(knowledge: Knowledge, uses: readonly SettingsUse[]): readonly ProducerSetup[] {
  const sends = uses.filter(({ at }) => at.name === 'send');
  const begins = taggedUses(knowledge, 'begin');
  const found = new Map<string, ProducerSetup>();
  for (const use of uses.filter(isProducers)) {
    const setup = setupAt(knowledge, use, uses, { sends, begins });
    found.set(JSON.stringify(setup), setup);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

/** The options of a producer, or the block that an application hands on to the one that it makes. */
function isProducers({ at }: SettingsUse): boolean {
  return at.name === 'producer' || at.name.endsWith('.producer');
}

interface Calls {
  readonly sends: readonly SettingsUse[];
  readonly begins: readonly TaggedUse[];
}

function setupAt(
  knowledge: Knowledge,
  use: SettingsUse,
  uses: readonly SettingsUse[],
  { sends, begins }: Calls,
): ProducerSetup {
  const own = uses.filter((each) => isProducers(each) && each.call === use.call && each.env === use.env);
  const places = [...own, ...above(knowledge, use, uses)];
  const setting = (meaning: string): Setting =>
    places.map((at) => knownSetting(knowledge, at, at.path, meaning)).find((each) => each !== 'absent') ?? 'absent';
  return {
    place: knowledge.slice.placeOf(calleeNode(use.call)),
    library: use.library,
    limits: use.options.producer,
    idempotent: saidAt(knowledge, use, 'idempotent'),
    transactional: presenceAt(knowledge, use, 'transactional-id'),
    acks: setting('acks'),
    retries: setting('retries'),
    maxInFlight: setting('max-in-flight'),
    messageTimeout: setting('message-timeout'),
    transactionTimeout: setting('transaction-timeout'),
    sends: sends.flatMap((send) => sendOn(knowledge, send, use)),
    begins: begins.flatMap((begin) => (isOn(knowledge, begin, use) ? placeOf(knowledge, begin) : [])),
  };
}

/** The object of the whole library that the producer is taken from: its settings are the producer's, too. */
function above(knowledge: Knowledge, use: SettingsUse, uses: readonly SettingsUse[]): readonly SettingsUse[] {
  const receiver = receiverOf(use.call);
  if (receiver === undefined) return [];
  const [maker, ...others] = knowledge.valuesOf({ node: receiver, env: use.env });
  if (maker?.kind !== 'library' || others.length > 0) return [];
  const kafka = uses.filter(({ at, call }) => at.name === 'kafka' && call === maker.origin);
  return kafka.length === 1 ? kafka : kafka.filter(({ env }) => env === maker.env);
}

function sendOn(knowledge: Knowledge, send: SettingsUse, producer: OptionsAt): ProducerSetup['sends'] {
  const acks = knownSetting(knowledge, send, send.path, 'acks');
  if (acks === 'absent' || acks === 'unknown' || !isOn(knowledge, send, producer)) return [];
  const tags = knowledge.calleesOf(send.call, send.env).library.flatMap((member) => member.tags);
  const inTransaction = tags.some(({ verb, words }) => verb === 'produce' && words.includes('in-transaction'));
  return [{ inTransaction, acks }];
}

/** Every way leads to this producer, or at least none is known to lead elsewhere. */
function isOn(knowledge: Knowledge, { call, env }: OptionsAt, producer: OptionsAt): boolean {
  const makers = creationsBehind(knowledge, call, env);
  return makers.some((maker) => maker.call === producer.call && sameWay(maker, producer));
}

/** Two ways into a factory are two producers; one that is not known may be any of them. */
function sameWay(a: OptionsAt, b: OptionsAt): boolean {
  return a.env === b.env || a.env === undefined || b.env === undefined;
}

function placeOf(knowledge: Knowledge, { call }: TaggedUse): Place {
  return knowledge.slice.placeOf(calleeNode(call));
}
