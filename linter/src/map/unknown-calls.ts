import type { ModuleMember, UnseenCall } from '@kafka-eos/analyzer/facts/delivery';
import type { Unknown } from './delivery-map.ts';
import { siteOf } from './sites.ts';

/** Calls that nothing is known of: those that look like logging, one entry per package; every other one its own. */
export function unknownCalls(calls: readonly UnseenCall[]): readonly Unknown[] {
  return calls.map((call) => (isLogging(call) ? loggingCall(call) : unknownCall(call)));
}

const LEVELS = new Set(['trace', 'debug', 'verbose', 'log', 'info', 'warn', 'error', 'fatal']);

/** Whether its name is that of a level of logging. */
export function isLogging({ label }: UnseenCall): boolean {
  return LEVELS.has(label.split('.').at(-1) ?? '');
}

function loggingCall({ label, place, from }: UnseenCall): Unknown {
  return {
    kind: 'logging',
    what: from?.module ?? label.split('.').slice(0, -1).join('.'),
    sites: [siteOf(place)],
    consequence: 'taken for logging, which is no effect',
    remedy: { words: 'Nothing to do, if that is what it is.' },
  };
}

function unknownCall({ label, place, gets, from }: UnseenCall): Unknown {
  const given = gets.includes('kafka') ? 'a producer, consumer or transaction' : 'data of the message';
  return {
    kind: 'call',
    what: from === undefined ? label : `${label} (${from.module})`,
    sites: [siteOf(place)],
    consequence: `it gets ${given}; nothing is known of it, and it is taken for harmless`,
    remedy: remedyFor(from),
  };
}

const TAG = '/** @eos write http non-idempotent */';

function remedyFor(from: ModuleMember | undefined): Unknown['remedy'] {
  const members = from === undefined ? undefined : declarationOf(from);
  if (from === undefined || members === undefined) {
    return {
      words: 'If it changes another system, say how above the function of yours that makes the call:',
      snippet: TAG,
    };
  }
  const lines = [`declare module ${quoted(from.module)} {`, ...members.map((line) => `  ${line}`), '}'];
  return {
    words: 'If it changes another system, describe it in a .d.ts file of the workspace, kafka-eos.d.ts:',
    snippet: lines.join('\n'),
  };
}

/** The export as a declaration with a tag for the user to correct; undefined where none can be written. */
function declarationOf({ name, kind, method }: ModuleMember): readonly string[] | undefined {
  const signature = (called: string): string => `${called}(...args: unknown[]): Promise<unknown>;`;
  if (![name, method ?? 'm'].every(isName) || name === '*') return undefined;
  const isDefault = name === 'default';
  if (kind === 'function') return [TAG, signature(isDefault ? 'export default function ' : `export function ${name}`)];
  if (method === undefined) return undefined;
  const body = [`  ${TAG}`, `  ${signature(method)}`];
  if (kind === 'class') {
    const head = isDefault ? 'export default class' : `export class ${name}`;
    return [`${head} {`, '  constructor(...args: unknown[]);', ...body, '}'];
  }
  if (isDefault) return ['const members: {', ...body, '};', 'export default members;'];
  return [`export const ${name}: {`, ...body, '};'];
}

function isName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
