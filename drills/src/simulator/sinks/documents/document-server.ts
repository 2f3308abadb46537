import type { TableDefinitions } from '../database/database.ts';
import { Collection, type DocumentWriter, type StoredDocument } from './collection.ts';

/** One shared MongoDB: what a transaction sees is one moment, and what it changes is nobody else's before its commit. */
export class DocumentServer {
  private readonly collections = new Map<string, Collection>();
  private readonly definitions: TableDefinitions;
  private readonly now: () => number;
  private commits = 0;

  constructor(definitions: TableDefinitions, now: () => number) {
    this.definitions = definitions;
    this.now = now;
  }

  collection(name: string): Collection {
    const known = this.collections.get(name);
    if (known) return known;
    const fresh = new Collection(name, this.definitions.get(name.toLowerCase()));
    this.collections.set(name, fresh);
    return fresh;
  }

  newWriter(): DocumentWriter {
    return { snapshot: this.commits, touched: [] };
  }

  commit({ touched }: DocumentWriter): void {
    this.commits += 1;
    for (const stored of touched.splice(0)) {
      if (stored.pending) stored.versions.push({ commit: this.commits, contents: stored.pending.contents });
      stored.pending = undefined;
    }
  }

  abort({ touched }: DocumentWriter): void {
    for (const stored of touched.splice(0)) stored.pending = undefined;
  }

  get usesExpiry(): boolean {
    return [...this.collections.values()].some(({ expires }) => expires);
  }

  isAnyMortal(seconds: number): boolean {
    return this.mortal(seconds).length > 0;
  }

  forget(seconds: number): void {
    const gone = this.mortal(seconds);
    this.commits += 1;
    for (const stored of gone) stored.versions.push({ commit: this.commits, contents: undefined });
  }

  private mortal(seconds: number): readonly StoredDocument[] {
    return [...this.collections.values()].flatMap((collection) => collection.mortal(seconds, this.now()));
  }
}
