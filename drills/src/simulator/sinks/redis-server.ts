import type { Forgetful } from '../world/expiry.ts';

type Value =
  | { readonly kind: 'string'; text: string }
  | { readonly kind: 'set'; readonly members: Set<string> }
  | { readonly kind: 'hash'; readonly fields: Map<string, string> }
  | { readonly kind: 'list'; readonly elements: string[] };

/** One shared Redis. Keys with a time to live expire when a run says so, never by themselves. */
export class RedisServer implements Forgetful {
  private readonly values = new Map<string, Value>();
  /** Seconds to live, by key. */
  private readonly mortal = new Map<string, number>();
  usesExpiry = false;

  get(key: string): string | null {
    const value = this.values.get(key);
    return value?.kind === 'string' ? value.text : null;
  }

  set(key: string, text: string): void {
    this.values.set(key, { kind: 'string', text });
    this.mortal.delete(key);
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  delete(key: string): boolean {
    this.mortal.delete(key);
    return this.values.delete(key);
  }

  /** Zero where nobody knows how long: any time that passes is too long then. */
  expire(key: string, seconds = 0): boolean {
    if (!this.values.has(key)) return false;
    this.mortal.set(key, seconds);
    this.usesExpiry = true;
    return true;
  }

  persist(key: string): boolean {
    return this.mortal.delete(key);
  }

  isAnyMortal(seconds: number): boolean {
    return [...this.mortal.values()].some((lifetime) => lifetime <= seconds);
  }

  forget(seconds: number): void {
    for (const [key, lifetime] of this.mortal) if (lifetime <= seconds) this.delete(key);
  }

  increment(key: string, by: number): number {
    const sum = Number(this.get(key) ?? '0') + by;
    const lifetime = this.mortal.get(key);
    this.set(key, String(sum));
    if (lifetime !== undefined) this.mortal.set(key, lifetime);
    return sum;
  }

  members(key: string): Set<string> {
    const value = this.values.get(key);
    if (value?.kind === 'set') return value.members;
    const members = new Set<string>();
    this.values.set(key, { kind: 'set', members });
    return members;
  }

  fields(key: string): Map<string, string> {
    const value = this.values.get(key);
    if (value?.kind === 'hash') return value.fields;
    const fields = new Map<string, string>();
    this.values.set(key, { kind: 'hash', fields });
    return fields;
  }

  elements(key: string): string[] {
    const value = this.values.get(key);
    if (value?.kind === 'list') return value.elements;
    const elements: string[] = [];
    this.values.set(key, { kind: 'list', elements });
    return elements;
  }
}
