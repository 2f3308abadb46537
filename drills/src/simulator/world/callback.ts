/** A function of the program under test, of which nothing is known. */
export type Callback = (...args: readonly unknown[]) => unknown;

export function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}

/** A property of whatever the program handed over; undefined where there is none. */
export function field(value: unknown, name: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}

export function textField(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** A text, a number or bytes as text; empty for what is none of these. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) || value instanceof URL ? value.toString() : '';
}

export function listField(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return isList(found) ? found : [];
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
