import ts from '../typescript.ts';
import type { Unresolved } from '../facts/delivery.ts';
import { comparePlaces, compareText } from '../facts/place.ts';
import type { OutOfSight } from '../facts/written.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { optionOf } from '../recognize/read-options.ts';
import { pathsOf } from '../recognize/tag.ts';
import { writtenText } from '../recognize/written-text.ts';
import { creationsBehind, type Creation } from './creations.ts';
import type { FoundConsumer } from './find-consumers.ts';
import { contextsOf } from './find-contexts.ts';
import { findHandlers } from './find-entries.ts';
import { handlerWrapper } from './handler-wrapper.ts';
import { taggedUses } from './tagged-uses.ts';
import { outOfSight, unfollowed } from './unfollowed.ts';

/** Topics, groups and handlers of consumers that could not be followed to what they are. */
export function findUnresolved(knowledge: Knowledge, consumers: readonly FoundConsumer[]): readonly Unresolved[] {
  const found = [
    ...unresolvedTopics(knowledge, consumers),
    ...unresolvedGroups(knowledge, consumers),
    ...unresolvedHandlers(knowledge, consumers),
  ];
  return merged(found).sort((a, b) => comparePlaces(a.written.place, b.written.place) || compareText(a.kind, b.kind));
}

function unresolvedTopics(knowledge: Knowledge, consumers: readonly FoundConsumer[]): readonly Unresolved[] {
  return taggedUses(knowledge, 'subscribe').flatMap(({ call, env, tag }) => {
    const at = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
    const open = unfollowed(
      knowledge,
      at.flatMap(({ refs }) => refs),
    );
    const lost = at.every(({ refs }) => refs.length === 0) && at.some(({ unknown }) => unknown);
    const [argument] = call.arguments ?? [];
    const whole = lost && argument !== undefined ? [outOfSight(knowledge, argument)] : [];
    const ids = idsOf(consumers, creationsBehind(knowledge, call, env));
    return [...open, ...whole].map((each): Unresolved => ({ kind: 'topic', ...unresolvedAt(each), consumers: ids }));
  });
}

function unresolvedGroups(knowledge: Knowledge, consumers: readonly FoundConsumer[]): readonly Unresolved[] {
  return consumers.flatMap(({ consumer, origin }) => {
    if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return [];
    const [member] = knowledge.calleesOf(origin, undefined).library;
    if (member === undefined) return [];
    return contextsOf(knowledge, origin).flatMap((env) => {
      const option = optionOf(knowledge, member, origin, env, 'group-id');
      return unfollowed(knowledge, option?.refs ?? []).map((each): Unresolved => ({
        kind: 'group-id',
        ...unresolvedAt(each),
        consumers: [consumer.id],
      }));
    });
  });
}

/** Consumers that are run with something other than a function in sight. */
function unresolvedHandlers(knowledge: Knowledge, consumers: readonly FoundConsumer[]): readonly Unresolved[] {
  const seen = new Set(findHandlers(knowledge).map(({ call }) => call));
  return taggedUses(knowledge, 'consume').flatMap(({ call, env }): readonly Unresolved[] => {
    if (!ts.isCallExpression(call) || seen.has(call)) return [];
    const written = writtenText(knowledge, call);
    const wrapper = handlerWrapper(knowledge, call, env);
    const ids = idsOf(consumers, creationsBehind(knowledge, call, env));
    return [
      {
        kind: 'handler',
        written,
        known: [],
        isGiven: false,
        consumers: ids,
        ...(wrapper === undefined ? {} : { wrapper }),
      },
    ];
  });
}

function unresolvedAt({ known, isGiven, ...written }: OutOfSight): Omit<Unresolved, 'kind' | 'consumers'> {
  return { written, known, isGiven };
}

function idsOf(consumers: readonly FoundConsumer[], creations: readonly Creation[]): readonly string[] {
  const origins: readonly ts.Node[] = creations.map(({ call }) => call);
  return consumers.filter(({ origin }) => origins.includes(origin)).map(({ consumer }) => consumer.id);
}

/** One entry per expression, with the consumers of all the ways to it. */
function merged(found: readonly Unresolved[]): Unresolved[] {
  const byExpression = new Map<string, Unresolved>();
  for (const each of found) {
    const key = JSON.stringify([each.kind, each.written]);
    const known = byExpression.get(key);
    byExpression.set(key, {
      ...each,
      known: union(known?.known ?? [], each.known),
      consumers: union(known?.consumers ?? [], each.consumers),
    });
  }
  return [...byExpression.values()];
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}
