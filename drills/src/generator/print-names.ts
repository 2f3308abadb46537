import type { EffectKind, GuardKind } from './program.ts';

/** What a generated program has needed so far: the printer declares it at the top of the files. */
export interface Needs {
  readonly modules: Set<Module>;
  /** Containers in memory, by name. */
  readonly containers: Map<string, 'set' | 'map'>;
  /** Functions of the second file, by name, in the order of their use. */
  readonly helpers: Map<string, Helper>;
  /** Statements of the schema. */
  readonly schema: string[];
}

export type Module = 'pg' | 'axios' | 'stripe' | 'nodemailer' | 'ioredis' | 'node:crypto' | 'producer' | 'consumer';

export interface Helper {
  readonly modules: readonly Module[];
  readonly lines: readonly string[];
  /** Types of kafkajs and pg that its signature names. */
  readonly types: readonly string[];
}

/** Gives every effect a resource of its own, so that what is counted on a sink belongs to one place in the source. */
export class Names {
  readonly needs: Needs = { modules: new Set(), containers: new Map(), helpers: new Map(), schema: [] };
  #last = 0;
  readonly #locals = new Map<string, number>();

  /** A table, topic, path or key prefix: the word says what it is, the number makes it unique. */
  next(kind: EffectKind | GuardKind): string {
    this.#last += 1;
    return `${WORDS[kind]}_${this.#last}`;
  }

  /** A local name: `db`, and where that is taken, `db2`. */
  local(base: string): string {
    const count = (this.#locals.get(base) ?? 0) + 1;
    this.#locals.set(base, count);
    return count === 1 ? base : `${base}${count}`;
  }

  need(...modules: readonly Module[]): void {
    for (const module of modules) this.needs.modules.add(module);
  }
}

const WORDS: Readonly<Record<EffectKind | GuardKind, string>> = {
  produce: 'settled',
  insert: 'postings',
  'insert-once': 'receipts',
  'set-state': 'states',
  'add-amount': 'accounts',
  fetch: 'bookings',
  axios: 'shipments',
  charge: 'charge',
  mail: 'confirmation',
  'redis-set': 'status',
  'redis-incr': 'visits',
  set: 'seen',
  map: 'recent',
  'look-up': 'handled',
  claim: 'inbox',
  violation: 'journal',
  redis: 'claimed',
  'redis-expiring': 'lately',
};
