import ts from '../../typescript.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { ProducerSetup, Setting } from '../../facts/producer-setup.ts';
import { calleeNode } from '../../recognize/call-name.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { receiverOf } from '../../recognize/path-refs.ts';
import { tagsOfCall } from '../../recognize/tags-of-call.ts';
import { knownSetting, presenceAt, saidAt, type OptionsAt } from '../known-settings.ts';
import type { ProducerUse } from './producer-use.ts';
import { settingsAt, type SettingsUse } from './settings-objects.ts';
import { makersBehind, mayBeSame, wayTo, type WayThere } from './way.ts';

/** How a producer is set up, before it is known what is called on it. */
export interface MadeProducer {
  readonly made: WayThere;
  readonly setup: Omit<ProducerSetup, 'sends' | 'begins'>;
}

/** A send that says for itself how many acknowledgements it wants. */
export interface AckedSend {
  readonly makers: readonly WayThere[];
  readonly send: ProducerSetup['sends'][number];
}

/** How the producers are set up that a call constructs, once per way of getting there. */
export function producersMadeAt(knowledge: Knowledge, call: OptionsAt['call']): readonly MadeProducer[] {
  const uses = settingsAt(knowledge, call).filter(isProducers);
  return uses.map((use) => {
    const own = uses.filter(({ env }) => env === use.env);
    return { made: wayTo(use), setup: setupAt(knowledge, use, [...own, ...above(knowledge, use)]) };
  });
}

/** The options of a producer, or the block that an application hands on to the one that it makes. */
function isProducers({ at }: SettingsUse): boolean {
  return at.name === 'producer' || at.name.endsWith('.producer');
}

function setupAt(knowledge: Knowledge, use: SettingsUse, places: readonly SettingsUse[]): MadeProducer['setup'] {
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
  };
}

/** The object of the whole library that the producer is taken from: its settings are the producer's, too. */
function above(knowledge: Knowledge, use: SettingsUse): readonly SettingsUse[] {
  const receiver = receiverOf(use.call);
  if (receiver === undefined) return [];
  const [maker, ...others] = knowledge.valuesOf({ node: receiver, env: use.env });
  if (maker?.kind !== 'library' || others.length > 0) return [];
  const { origin } = maker;
  if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return [];
  const kafka = settingsAt(knowledge, origin).filter(({ at }) => at.name === 'kafka');
  return kafka.length === 1 ? kafka : kafka.filter(({ env }) => env === maker.env);
}

/** The sends of a call that say for themselves how many acknowledgements they want. */
export function ackedSendsAt(knowledge: Knowledge, call: OptionsAt['call']): readonly AckedSend[] {
  const sends = settingsAt(knowledge, call).filter(({ at }) => at.name === 'send');
  return sends.flatMap((send) => {
    const acks = knownSetting(knowledge, send, send.path, 'acks');
    if (acks === 'absent' || acks === 'unknown') return [];
    const tags = tagsOfCall(knowledge, send.call, send.env);
    const inTransaction = tags.some(({ verb, words }) => verb === 'produce' && words.includes('in-transaction'));
    return [{ makers: makersBehind(knowledge, send), send: { inTransaction, acks } }];
  });
}

/** The producers with what is called on each of them, or at least is not known to be called on another one. */
export function producerSetups(
  producers: readonly MadeProducer[],
  sends: readonly AckedSend[],
  begins: readonly ProducerUse[],
): readonly ProducerSetup[] {
  const found = new Map<string, ProducerSetup>();
  for (const { made, setup } of producers) {
    const isOnIt = ({ makers }: Pick<ProducerUse, 'makers'>): boolean => makers.some((maker) => mayBeSame(maker, made));
    const full: ProducerSetup = {
      ...setup,
      sends: sends.filter(isOnIt).map(({ send }) => send),
      begins: begins.filter(isOnIt).map(({ place }) => place),
    };
    found.set(JSON.stringify(full), full);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
