import type { Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type {
  DeliveryMap,
  MapConsumer,
  MapEffect,
  MapProducer,
  Pipeline,
  PositionMove,
  Topic,
} from '@kafka-eos/linter/map/delivery-map';

/** How good a guarantee is, as far as colours and signs tell. */
export type Tone = 'once' | 'repeats' | 'lost' | 'unknown';

interface Word {
  readonly text: string;
  readonly sign: string;
  readonly tone: Tone;
}

/** A guarantee in words, with a sign that tells it apart without a colour. */
export const guaranteeWords: Readonly<Record<Guarantee, Word>> = {
  'exactly-once': { text: 'exactly once', sign: '✓', tone: 'once' },
  'effectively-once': { text: 'effectively once', sign: '✓', tone: 'once' },
  'at-least-once': { text: 'at least once', sign: '↻', tone: 'repeats' },
  'at-most-once': { text: 'at most once', sign: '✗', tone: 'lost' },
  none: { text: 'no guarantee', sign: '✗', tone: 'lost' },
  unknown: { text: 'unknown', sign: '?', tone: 'unknown' },
};

export const tones: readonly { readonly tone: Tone; readonly sign: string; readonly text: string }[] = [
  { tone: 'once', sign: '✓', text: 'once' },
  { tone: 'repeats', sign: '↻', text: 'may repeat' },
  { tone: 'lost', sign: '✗', text: 'may be lost' },
  { tone: 'unknown', sign: '?', text: 'unknown' },
];

export function toneOf({ guarantee }: { readonly guarantee: Guarantee }): Tone {
  return guaranteeWords[guarantee].tone;
}

/** What an effect is, in a few words. */
export function effectTitle(effect: MapEffect): string {
  if (effect.kind === 'write') return effect.label;
  const topics = [...effect.topics, ...(effect.topics.length === 0 ? effect.unresolvedTopics.map(unresolved) : [])];
  return `send → ${topics.length === 0 ? 'unknown topic' : topics.join(', ')}`;
}

/** A name that did not resolve, as it is written. */
function unresolved(text: string): string {
  return `‹${text}›`;
}

/** Why the guarantee holds or does not, and what the place of the effect adds to it. */
export function effectReason(effect: MapEffect): string {
  if (effect.where !== 'beside-transaction') return effect.reason;
  const beside =
    effect.kind === 'write'
      ? 'it runs while the transaction is open, and an abort does not undo it'
      : 'it does not wait for the commit, and an abort does not take it back';
  return `${effect.reason}; ${beside}`;
}

const moves: Readonly<Record<PositionMove, string>> = {
  'in-transaction': 'moves in the transaction',
  'by-hand': 'committed by hand',
  'auto-commit': 'moved by auto-commit',
  nobody: 'committed by nobody',
  unknown: 'who moves it is unknown',
};

/** How the input offset moves. */
export function positionWords({ position }: Pick<Pipeline, 'position'>): string {
  return position.map((move) => moves[move]).join(', and ');
}

/** Whether output and input offset move together, and in no other way. */
function movesInTransaction({ position, transactions }: Pipeline): boolean {
  return position.join() === 'in-transaction' && transactions.every(({ sendsOffsets }) => sendsOffsets);
}

/** The input offset among the effects: in the transaction or out of it; nothing for code that reads no topic. */
export function offsetEntry(
  pipeline: Pipeline,
): { readonly inside: boolean; readonly good: boolean; readonly words: string } | undefined {
  const { position, transactions } = pipeline;
  if (position.length === 0 || transactions.length === 0) return undefined;
  const good = movesInTransaction(pipeline);
  return {
    inside: position.includes('in-transaction'),
    good,
    words: good ? 'moves with the commit' : positionWords(pipeline),
  };
}

/** The topics that a pipeline reads, resolved and not. */
export function inputNames(consumer: MapConsumer | undefined): readonly string[] {
  if (consumer === undefined) return [];
  const names = [...consumer.topics, ...openInputs(consumer)];
  return names.length === 0 ? ['unknown topic'] : names;
}

/** The topics that it reads under a name that did not resolve. */
export function openInputs({ unresolvedTopics }: MapConsumer): readonly string[] {
  return unresolvedTopics.map(unresolved);
}

export function groupName({ group, groupWritten }: MapConsumer): string {
  return group ?? (groupWritten === undefined ? 'unknown' : unresolved(groupWritten));
}

/** What the isolation of a consumer means for it. */
export function isolationWords({ isolation, inputs }: MapConsumer): string {
  const written = inputs === 'in-transactions' || inputs === 'both';
  if (isolation === 'unknown') return 'the option could not be followed';
  if (isolation === 'read_uncommitted') {
    return written ? 'sees messages of transactions that are aborted' : 'would see messages of aborted transactions';
  }
  return written ? 'sees what transactions commit, and nothing else' : 'aborted messages stay hidden';
}

const inputWords: Readonly<Record<MapConsumer['inputs'], string>> = {
  'in-transactions': 'in transactions',
  'outside-transactions': 'outside transactions',
  both: 'inside and outside transactions',
  'nobody-here': 'by nobody here',
};

/** How the topics of a consumer are written; by nobody only where all that it reads and all that is sent is in sight. */
export function writtenWords(consumer: MapConsumer, { sendsOutOfSight }: DeliveryMap): string {
  const isKnown = sendsOutOfSight !== true && readsInSight(consumer);
  return consumer.inputs === 'nobody-here' && !isKnown ? 'by whom is not known' : inputWords[consumer.inputs];
}

function readsInSight({ topics, unresolvedTopics }: MapConsumer): boolean {
  return topics.length > 0 && unresolvedTopics.length === 0;
}

/** What the origin of a transactional id means. */
export const identityWords = {
  constant: 'the same in every instance: each one fences the others off',
  derived: 'made of something that can differ between instances',
  unstable: 'another one at every start: nothing fences a zombie off',
  unknown: 'where it comes from is out of sight',
} as const;

/** The producers behind a pipeline's transactions. */
export function identitiesOf({ transactions }: Pipeline, { producers }: DeliveryMap): readonly MapProducer[] {
  const ids = new Set(transactions.flatMap((transaction) => transaction.producers));
  return producers.filter(({ id }) => ids.has(id));
}

/** Who is not seen to write or to read a topic; nothing where somebody is seen to do both. */
export function topicRemark({ readers, writers }: Topic, map: DeliveryMap): string {
  if (readers.length === 0) return noReaders(map) === NOBODY ? 'nobody here reads it' : 'who reads it is not known';
  if (writers.length > 0) return '';
  return noWriters(map) === NOBODY ? 'nobody here writes it' : 'who writes it is not known';
}

const NOBODY = 'nobody here';

/** Those who write a topic that nobody is seen to write. */
export function noWriters({ sendsOutOfSight }: DeliveryMap): string {
  return sendsOutOfSight === true ? 'not known' : NOBODY;
}

/** Those who read a topic that nobody is seen to read. */
export function noReaders({ consumers }: DeliveryMap): string {
  return consumers.every(readsInSight) ? NOBODY : 'not known';
}

export function serviceName(map: DeliveryMap, id: string): string {
  return map.services.find((service) => service.id === id)?.name ?? id;
}

export function consumerOf(map: DeliveryMap, { consumer }: Pipeline): MapConsumer | undefined {
  return consumer === undefined ? undefined : map.consumers.find(({ id }) => id === consumer);
}

/** `2 pipelines`. */
export function numberOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
