import { isList } from '../../world/callback.ts';

/** What a collection holds, and what a program hands over as a filter or an update. */
export type Document = Readonly<Record<string, unknown>>;

/** A plain object: no date, no id, no list. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The value at a path like `address.city`. */
export function valueAt(document: unknown, path: string): unknown {
  const [name = '', ...rest] = path.split('.');
  const value: unknown = isDocument(document) ? document[name] : isList(document) ? document[Number(name)] : undefined;
  return rest.length === 0 ? value : valueAt(value, rest.join('.'));
}

export function withValue(document: Document, path: string, value: unknown): Document {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...document, [name]: value };
  const inner = document[name];
  return { ...document, [name]: withValue(isDocument(inner) ? inner : {}, rest.join('.'), value) };
}

export function withoutValue(document: Document, path: string): Document {
  const [name = '', ...rest] = path.split('.');
  const inner = document[name];
  if (rest.length > 0) {
    return isDocument(inner) ? { ...document, [name]: withoutValue(inner, rest.join('.')) } : document;
  }
  return Object.fromEntries(Object.entries(document).filter(([key]) => key !== name));
}

/** Ids and dates are equal by what they say; nothing that is missing equals anything but null. */
export function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

export function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
}
