import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Unresolved } from '@kafka-eos/analyzer/facts/delivery';
import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { Written } from '@kafka-eos/analyzer/facts/written';
import type { Site, Unknown, UnknownKind } from './delivery-map.ts';
import type { UsedUnit } from './map-pipelines.ts';
import { declarationOf, type Called } from './module-declaration.ts';
import { sendsElsewhere } from './map-topics.ts';
import { compareSites, siteKey, siteOf } from './sites.ts';
import { calledIn, unknownCalls } from './unknown-calls.ts';

/** What weighs most for a verdict comes first. */
const ORDER: readonly UnknownKind[] = [
  'bound',
  'handler',
  'effect',
  'call',
  'read-topic',
  'written-topic',
  'producer',
  'transactional-id',
  'group-id',
  'logging',
];

/** Everything that the map does not know, each with how to tell. */
export function mapUnknowns(analysis: Analysis, used: readonly UsedUnit[]): readonly Unknown[] {
  const called = calledIn(analysis.delivery);
  const found = [
    ...bounds(used),
    ...effects(used),
    ...unknownCalls(analysis.delivery?.unseenCalls ?? [], called),
    ...unresolvedOf(analysis, used).map((each) => unresolvedOfConsumer(each, called)),
    ...writtenTopics(analysis, used),
    ...identities(analysis),
  ];
  return merged(found).sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compareFirst(a, b) || compareText(a.what, b.what),
  );
}

function bounds(used: readonly UsedUnit[]): readonly Unknown[] {
  return used
    .filter(({ pipeline }) => !pipeline.complete)
    .map(({ pipeline }) => ({
      kind: 'bound',
      what: pipeline.name,
      sites: [pipeline.at],
      consequence: 'it has more states than were explored, so what its effects guarantee is unknown',
      remedy: { words: 'Explore more of them:', snippet: 'kafka-eos map --max-states 200000' },
    }));
}

function effects(used: readonly UsedUnit[]): readonly Unknown[] {
  return used.flatMap(({ pipeline }) =>
    pipeline.effects.flatMap((effect): readonly Unknown[] =>
      effect.kind === 'write' && effect.repeat === 'unknown'
        ? [
            {
              kind: 'effect',
              what: effect.label,
              sites: [effect.at],
              consequence: `whether it may be repeated is ${effect.policy}`,
              remedy: {
                words: 'If a repeat changes nothing, say so above the function of yours that makes the call:',
                snippet: '/** @eos idempotent */',
              },
            },
          ]
        : [],
    ),
  );
}

/** Of groups, those that are unknown to whoever hands a handler over: the call that makes a consumer may have many callers. */
function unresolvedOf({ delivery }: Analysis, used: readonly UsedUnit[]): readonly Unresolved[] {
  const fed = new Set(used.flatMap(({ unit, input }) => (input === undefined ? [] : (unit.consumerId ?? []))));
  const asRead = used.flatMap(({ input }) => (input?.groupWritten === undefined ? [] : [input]));
  const found = (delivery?.unresolved ?? []).filter(
    ({ kind, written, consumers }) =>
      kind !== 'group-id' ||
      consumers.some((id) => !fed.has(id)) ||
      asRead.some(({ groupWritten }) => samePlace(groupWritten, written)),
  );
  const others = asRead.flatMap(({ groupId, groupWritten: group }): readonly Unresolved[] => {
    const isListed = found.some(({ kind, written }) => kind === 'group-id' && samePlace(group, written));
    if (group === undefined || groupId !== undefined || isListed) return [];
    return [{ kind: 'group-id', written: group, known: group.known, isGiven: group.isGiven, consumers: [] }];
  });
  return [...found, ...others];
}

function samePlace(a: Written | undefined, b: Written): boolean {
  return a !== undefined && siteKey(siteOf(a.place)) === siteKey(siteOf(b.place));
}

function unresolvedOfConsumer({ kind, written, known, isGiven, wrapper }: Unresolved, called: Called): Unknown {
  const base = { what: written.text, sites: [siteOf(written.place)] };
  if (kind === 'handler') {
    return {
      kind: 'handler',
      ...base,
      consequence: 'no function that handles the messages is in sight, so the map has no pipeline for it',
      remedy: handlerInSight(wrapper, called),
    };
  }
  if (kind === 'group-id' && known.length > 1) {
    return {
      kind,
      ...base,
      consequence: `it is one of ${quoted(known)}; which consumer has which is not told apart`,
      remedy: { words: 'Make each of the consumers by a call of its own:', snippet: "createConsumer('orders');" },
    };
  }
  const topic = kind === 'topic';
  return {
    kind: topic ? 'read-topic' : 'group-id',
    ...base,
    consequence:
      known.length > 0
        ? takenFor(known)
        : topic
          ? 'the consumer is joined to nobody who writes its topic'
          : 'the group is shown as it is written; no verdict depends on it',
    remedy: remedyFor(topic, { known, isGiven }),
  };
}

function handlerInSight(wrapper: Unresolved['wrapper'], called: Called): Unknown['remedy'] {
  const snippet = wrapper === undefined ? undefined : declarationOf(wrapper, called);
  if (wrapper === undefined || snippet === undefined) {
    return {
      words: 'Hand over a function of the workspace where the consumer is run:',
      snippet: 'await consumer.run({ eachMessage: (payload) => handle(payload) });',
    };
  }
  return {
    words:
      'If what wraps the handler runs it once per message and throws what it throws, say so in a .d.ts file of the workspace, kafka-eos.d.ts:',
    snippet,
  };
}

function takenFor(known: readonly string[]): string {
  return `taken for ${quoted(known)}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

function remedyFor(topic: boolean, { known, isGiven }: Pick<Unresolved, 'known' | 'isGiven'>): Unknown['remedy'] {
  if (known.length > 0) return { words: 'Nothing to do, if that is its name in production.' };
  if (isGiven) {
    const words =
      'The callers of the function say what it is. Pass a constant there; what is read from data stays unknown:';
    return {
      words,
      snippet: topic ? "await publish('orders', message);" : "const consumer = createConsumer('orders');",
    };
  }
  return {
    words: 'Give it a name that the source shows, if only as a default:',
    snippet: topic
      ? "const topic = process.env.ORDERS_TOPIC ?? 'orders';"
      : "groupId: process.env.GROUP_ID ?? 'orders'",
  };
}

function writtenTopics(analysis: Analysis, used: readonly UsedUnit[]): readonly Unknown[] {
  const elsewhere = new Set(sendsElsewhere(analysis, used));
  const calls = (analysis.delivery?.producerCalls ?? []).filter(({ kind }) => kind === 'send');
  return calls.flatMap((call) =>
    call.unresolved.map(({ known, isGiven, ...written }): Unknown => {
      const whose = elsewhere.has(call) ? 'the send' : 'an effect of a pipeline';
      return {
        kind: 'written-topic',
        what: written.text,
        sites: [siteOf(written.place)],
        consequence: known.length > 0 ? takenFor(known) : `${whose} is joined to nobody who reads its topic`,
        remedy: remedyFor(true, { known, isGiven }),
      };
    }),
  );
}

function identities({ delivery }: Analysis): readonly Unknown[] {
  const begins = (delivery?.producerCalls ?? []).filter((call) => call.kind === 'begin' && call.producers.length === 0);
  const ids = (delivery?.producers ?? []).filter(({ transactionalId }) => transactionalId?.origin === 'unknown');
  return [
    ...begins.map(({ label, place }): Unknown => ({
      kind: 'producer',
      what: label,
      sites: [siteOf(place)],
      consequence: 'the producer is made out of sight, so its transactional id is unknown',
      remedy: { words: 'Give the producer a type of its library, and make it in a file of the workspace.' },
    })),
    ...ids.map(({ place, transactionalId }): Unknown => ({
      kind: 'transactional-id',
      what: transactionalId?.text ?? '',
      sites: [siteOf(place)],
      consequence: 'whether two instances would fence each other off is unknown',
      remedy: {
        words: 'Make it where the producer is made, of something that each instance keeps over a restart:',
        snippet: 'transactionalId: `orders-${process.env.INSTANCE}`',
      },
    })),
  ];
}

/** Entries that say the same of several places are one. */
function merged(unknowns: readonly Unknown[]): Unknown[] {
  const byText = new Map<string, Unknown>();
  for (const unknown of unknowns) {
    const key = JSON.stringify([unknown.kind, unknown.what, unknown.consequence]);
    const sites = [...(byText.get(key)?.sites ?? []), ...unknown.sites];
    byText.set(key, { ...unknown, sites: distinctSites(sites) });
  }
  return [...byText.values()];
}

function distinctSites(sites: readonly Site[]): readonly Site[] {
  return [...new Map(sites.map((site) => [siteKey(site), site])).values()].sort(compareSites);
}

function compareFirst({ sites: [a] }: Unknown, { sites: [b] }: Unknown): number {
  return a === undefined || b === undefined ? 0 : compareSites(a, b);
}
