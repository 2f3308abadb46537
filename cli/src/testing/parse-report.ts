import assert from 'node:assert/strict';
import type { Finding } from '@kafka-eos/linter/finding';
import type { Log } from 'sarif';

export interface JsonReport {
  readonly version: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly notices: readonly { readonly message: string; readonly file?: string }[];
}

/** What `--format json` printed; fails unless it is one object of that shape and nothing else. */
export function parseJsonReport(text: string): JsonReport {
  const value: unknown = JSON.parse(text);
  assert.ok(isJsonReport(value), text);
  return value;
}

export function parseSarif(text: string): Log {
  const value: unknown = JSON.parse(text);
  assert.ok(isLog(value), text);
  return value;
}

function isJsonReport(value: unknown): value is JsonReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).join() === 'version,summary,findings,notices' &&
    'findings' in value &&
    Array.isArray(value.findings)
  );
}

function isLog(value: unknown): value is Log {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === '2.1.0';
}
