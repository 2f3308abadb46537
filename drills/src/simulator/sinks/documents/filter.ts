import { isList } from '../../world/callback.ts';
import { isDocument, isSame, valueAt, withValue, type Document } from './document.ts';

type Test = (value: unknown, wanted: unknown) => boolean;

const tests: Readonly<Record<string, Test>> = {
  $eq: isOrHas,
  $ne: (value, wanted) => !isOrHas(value, wanted),
  $in: (value, wanted) => isList(wanted) && wanted.some((each) => isOrHas(value, each)),
  $nin: (value, wanted) => !(isList(wanted) && wanted.some((each) => isOrHas(value, each))),
  $exists: (value, wanted) => (value !== undefined) === Boolean(wanted),
  $gt: (value, wanted) => compare(value, wanted) > 0,
  $gte: (value, wanted) => compare(value, wanted) >= 0,
  $lt: (value, wanted) => compare(value, wanted) < 0,
  $lte: (value, wanted) => compare(value, wanted) <= 0,
  $not: (value, wanted) => !holds(value, wanted),
};

const joins: Readonly<Record<string, (document: Document, filters: readonly unknown[]) => boolean>> = {
  $and: (document, filters) => filters.every((filter) => isDocument(filter) && matches(document, filter)),
  $or: (document, filters) => filters.some((filter) => isDocument(filter) && matches(document, filter)),
  $nor: (document, filters) => !filters.some((filter) => isDocument(filter) && matches(document, filter)),
};

export function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    const join = joins[name];
    if (join) return join(document, isList(wanted) ? wanted : []);
    return holds(valueAt(document, name), wanted);
  });
}

/** An operator that no filter of the simulation has; undefined if there is none. */
export function unknownOperator(filter: Document): string | undefined {
  for (const [name, wanted] of Object.entries(filter)) {
    const inner = name in joins && isList(wanted) ? wanted : isOperators(wanted) ? [wanted] : [];
    if (name.startsWith('$') && !(name in joins) && !(name in tests)) return name;
    const unknown = inner.map((each) => (isDocument(each) ? unknownOperator(each) : undefined)).find(Boolean);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** What a document that the filter finds has to hold at least. */
export function wantedBy(filter: Document): Document {
  let wanted: Document = {};
  for (const [name, value] of Object.entries(filter)) {
    const inner = name === '$and' && isList(value) ? value : [];
    for (const each of inner) if (isDocument(each)) wanted = { ...wanted, ...wantedBy(each) };
    if (name.startsWith('$') || value instanceof RegExp) continue;
    const found = isOperators(value) ? wantedByOperators(value) : value;
    if (found !== undefined) wanted = withValue(wanted, name, found);
  }
  return wanted;
}

/** How far within a bound a value lies that nobody has written: enough to be taken from. */
const plenty = 1000;

function wantedByOperators(operators: Document): unknown {
  if (operators['$eq'] !== undefined) return operators['$eq'];
  if (isList(operators['$in'])) return operators['$in'][0];
  const [low, high] = [operators['$gte'] ?? operators['$gt'], operators['$lte'] ?? operators['$lt']];
  if (typeof low === 'number') return typeof high === 'number' ? (low + high) / 2 : low + plenty;
  if (typeof high === 'number') return high - plenty;
  return operators['$exists'] === true ? true : undefined;
}

function holds(value: unknown, wanted: unknown): boolean {
  if (wanted instanceof RegExp) return typeof value === 'string' && wanted.test(value);
  if (!isOperators(wanted)) return isOrHas(value, wanted);
  return Object.entries(wanted).every(([name, argument]) => tests[name]?.(value, argument) === true);
}

/** A list is found by any of its elements, too. */
function isOrHas(value: unknown, wanted: unknown): boolean {
  return isSame(value, wanted) || (isList(value) && value.some((element) => isSame(element, wanted)));
}

/** `NaN` for what has no order. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return a === undefined || a === null || b === undefined || b === null ? Number.NaN : Number(a) - Number(b);
}

function isOperators(value: unknown): value is Document {
  return isDocument(value) && Object.keys(value).some((name) => name.startsWith('$'));
}
