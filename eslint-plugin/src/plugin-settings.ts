import type { Detail } from './finding-text.ts';

/** What the key `kafka-eos` of the host's `settings` may say. */
export interface PluginSettings {
  /** The workspace, relative to the host's folder; found by itself when absent. */
  readonly root?: string;
  /** Whether test files are checked, too. */
  readonly includeTests: boolean;
  readonly messages: Detail;
}

const settingsKey = 'kafka-eos';

const where = `settings["${settingsKey}"]`;
const expected: ReadonlyMap<string, readonly [words: string, accepts: (value: unknown) => boolean]> = new Map([
  ['root', ['a path', (value: unknown) => typeof value === 'string']],
  ['messages', ['"full" or "short"', isDetail]],
  ['includeTests', ['true or false', (value: unknown) => typeof value === 'boolean']],
]);

/** The settings, or what is wrong with them on one line. */
export function readSettings(settings: unknown): PluginSettings | { readonly problem: string } {
  const own = entriesOf(settings).get(settingsKey);
  if (own !== undefined && (typeof own !== 'object' || own === null))
    return { problem: `${where}: expected an object` };
  const entries = entriesOf(own);
  for (const [key, value] of entries) {
    const known = expected.get(key);
    if (known === undefined)
      return { problem: `${where}: unknown key "${key}"; known are ${[...expected.keys()].join(', ')}` };
    const [words, accepts] = known;
    if (!accepts(value)) return { problem: `${where}.${key}: expected ${words}, found ${JSON.stringify(value)}` };
  }
  const messages = entries.get('messages');
  const root = entries.get('root');
  return {
    includeTests: entries.get('includeTests') === true,
    messages: isDetail(messages) ? messages : 'full',
    ...(typeof root === 'string' ? { root } : {}),
  };
}

/** Of settings that may have a problem: the whole text, then. */
export function detailOf(settings: unknown): Detail {
  const read = readSettings(settings);
  return 'problem' in read ? 'full' : read.messages;
}

function isDetail(value: unknown): value is Detail {
  return value === 'full' || value === 'short';
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
