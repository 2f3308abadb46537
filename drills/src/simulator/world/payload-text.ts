const deepest = 6;

/** Every text and number inside a value, one per line: what an effect is attributed by. */
export function payloadText(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts: string[] = [];
  collect(value, parts, 0);
  return parts.join('\n');
}

function collect(value: unknown, parts: string[], depth: number): void {
  if (typeof value === 'string') parts.push(value);
  else if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    parts.push(String(value));
  else if (Buffer.isBuffer(value)) parts.push(value.toString());
  else if (value instanceof Date) parts.push(value.toISOString());
  else if (typeof value === 'object' && value !== null && depth < deepest) {
    for (const part of value instanceof Map ? value.entries() : Object.values(value)) collect(part, parts, depth + 1);
  }
}

/**
 * Without what differs between two executions of the same code: the simulated clock, random values, UUIDs. Two payloads
 * that are equal behind this are the same application, repeated.
 */
export function maskUnstable(text: string): string {
  return text.replace(
    /[0-9a-f]{8}-0000-4000-8000-[0-9a-f]{12}|\b18000\d{8}\b|2027-01-1\dT[\d:.]+Z|0\.\d{6,}|rnd[0-9a-z]{18}/g,
    '*',
  );
}
