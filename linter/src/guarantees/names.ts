import type { EffectIdentity } from '@kafka-eos/analyzer/facts/effect';

/** `send (payments) in Outbox.flush`: what it does, to what if the name does not say it, and where it stands. */
export function effectName({ name, resource, within }: EffectIdentity): string {
  const target = resource === undefined || mentions(name, resource) ? '' : ` (${resource})`;
  return oneLine(`${name}${target}${within === '' ? '' : ` in ${within}`}`);
}

function mentions(name: string, resource: string): boolean {
  return name.split(/[\s.,()]+/).includes(resource);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The second of equal names gets ` #2`, and so on. */
export function numbered<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}

/** A name without its number. */
export function withoutNumber(name: string): string {
  return name.replace(/ #\d+$/, '');
}

/** What an effect does, wherever it stands. */
export function deedOf(name: string): string {
  return withoutNumber(name).replace(/ in [^\s()]+$/, '');
}

/** Where an effect stands and how it does what it does, whatever it does it to. */
export function mannerOf(name: string): string {
  return withoutNumber(name).replace(/ \([^()]*\)(?= in [^\s()]+$|$)/, '');
}

/**
 * How an effect is done, to what and where, whatever the client is called: a client has the name of a variable. The words
 * of a statement are no client.
 */
export function methodOf(name: string): string {
  return withoutNumber(name).replace(/^[^\s.()]+\.(?=[^\s.])/, '');
}

/** What an effect is done to, and where it stands; the whole name if it does not say. */
export function targetOf(name: string): string {
  return /\([^()]*\)(?: in [^\s()]+)?$/.exec(withoutNumber(name))?.[0] ?? name;
}
