type Value =
  | { readonly kind: 'string'; text: string }
  | { readonly kind: 'set'; readonly members: Set<string> }
  | { readonly kind: 'hash'; readonly fields: Map<string, string> }
  | { readonly kind: 'list'; readonly elements: string[] };

/** One shared Redis. Keys with a time to live expire when a run says so, never by themselves. */
export class RedisServer {
  private readonly values = new Map<string, Value>();
  private readonly mortal = new Set<string>();
  /** Whether any key was ever given a time to live. */
  usesExpiry = false;
  /** Whether there was one when time had passed and nothing expired. */
  outlived = false;

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

  expire(key: string): boolean {
    if (!this.values.has(key)) return false;
    this.mortal.add(key);
    this.usesExpiry = true;
    return true;
  }

  persist(key: string): boolean {
    return this.mortal.delete(key);
  }

  /** What may expire does so now, or lives on. */
  timePasses(expires: boolean): void {
    if (expires) this.letExpire();
    else this.outlived ||= this.mortal.size > 0;
  }

  /** Enough time has passed for every key that may expire; false if there is none. */
  letExpire(): boolean {
    const isAny = this.mortal.size > 0;
    for (const key of this.mortal) this.values.delete(key);
    this.mortal.clear();
    return isAny;
  }

  increment(key: string, by: number): number {
    const sum = Number(this.get(key) ?? '0') + by;
    const mortal = this.mortal.has(key);
    this.set(key, String(sum));
    if (mortal) this.mortal.add(key);
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
