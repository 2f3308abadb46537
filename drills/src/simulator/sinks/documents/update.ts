import { isList } from '../../world/callback.ts';
import { isDocument, isSame, textOf, valueAt, withoutValue, withValue, type Document } from './document.ts';

type Change = (document: Document, path: string, argument: unknown) => Document;

const number = (value: unknown): number => (typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0);
const list = (value: unknown): readonly unknown[] => (isList(value) ? value : []);
const each = (argument: unknown): readonly unknown[] =>
  isDocument(argument) && isList(argument['$each']) ? argument['$each'] : [argument];

const changes: Readonly<Record<string, Change>> = {
  $set: withValue,
  $unset: (document, path) => withoutValue(document, path),
  $inc: (document, path, by) => withValue(document, path, number(valueAt(document, path)) + number(by)),
  $mul: (document, path, by) => withValue(document, path, number(valueAt(document, path)) * number(by)),
  $min: (document, path, bound) => atMost(document, path, bound, -1),
  $max: (document, path, bound) => atMost(document, path, bound, 1),
  $push: (document, path, added) => withValue(document, path, [...list(valueAt(document, path)), ...each(added)]),
  $addToSet: (document, path, added) => {
    const known = list(valueAt(document, path));
    const fresh = each(added).filter((element) => !known.some((other) => isSame(other, element)));
    return withValue(document, path, [...known, ...fresh]);
  },
  $pull: (document, path, removed) =>
    withValue(
      document,
      path,
      list(valueAt(document, path)).filter((element) => !isSame(element, removed)),
    ),
  $pop: (document, path, end) =>
    withValue(
      document,
      path,
      number(end) < 0 ? list(valueAt(document, path)).slice(1) : list(valueAt(document, path)).slice(0, -1),
    ),
};

/** The state after these depends on how often they were applied. */
const relative = new Set(['$inc', '$mul', '$push', '$pop']);

function atMost(document: Document, path: string, bound: unknown, sign: 1 | -1): Document {
  const known = valueAt(document, path);
  const isBeyond = known === undefined || sign * (number(bound) - number(known)) > 0;
  return isBeyond ? withValue(document, path, bound) : document;
}

/** An update that replaces the whole document has no operators. */
function isReplacement(update: Document): boolean {
  return !Object.keys(update).some((name) => name.startsWith('$'));
}

export function updated(document: Document, update: Document, inserts: boolean): Document {
  if (isReplacement(update)) return '_id' in document ? { _id: document['_id'], ...update } : update;
  let result = document;
  for (const [name, fields] of Object.entries(update)) {
    const change = name === '$setOnInsert' ? (inserts ? withValue : undefined) : changes[name];
    if (!change || !isDocument(fields)) continue;
    for (const [path, argument] of Object.entries(fields)) result = change(result, path, argument);
  }
  return result;
}

export function unknownChange(update: Document): string | undefined {
  if (isReplacement(update)) return undefined;
  return Object.keys(update).find((name) => !(name in changes) && name !== '$setOnInsert');
}

/** The state that it leaves, whatever was there before; undefined if there is no such state. */
export function stateLeftBy(update: Document): string | undefined {
  const isRelative = Object.entries(update).some(([name, fields]) => relative.has(name) && isDocument(fields));
  return isRelative ? undefined : textOf(update);
}

/** Nothing is changed of a document that is there. */
export function onlyInserts(update: Document): boolean {
  return Object.keys(update).every((name) => name === '$setOnInsert') && '$setOnInsert' in update;
}

/** Paths whose values the update decides. */
export function pathsSet(update: Document): readonly string[] {
  return Object.values(update).flatMap((fields) => (isDocument(fields) ? Object.keys(fields) : []));
}
