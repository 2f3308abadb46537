import type { TableFacts } from '../../api.ts';
import { isSame, valueAt, type Document } from './document.ts';
import { matches, wantedBy } from './filter.ts';

/** Somebody who writes: a transaction, or a single operation. */
export interface DocumentWriter {
  /** The moment that it sees, by the number of commits up to it. */
  readonly snapshot: number;
  readonly touched: StoredDocument[];
}

interface Version {
  readonly commit: number;
  /** Undefined: no such document any more. */
  readonly contents: Document | undefined;
}

/** What was committed, oldest first, and what one open transaction would make of it. */
export interface StoredDocument {
  readonly versions: Version[];
  pending: { readonly writer: DocumentWriter; readonly contents: Document | undefined } | undefined;
}

interface TimeToLive {
  readonly field: string;
  readonly seconds: number;
}

/** A collection, as every process sees it. */
export class Collection {
  readonly name: string;
  private readonly unique: (readonly string[])[];
  private readonly lifetimes: TimeToLive[] = [];
  private readonly found: boolean;
  /** Whether an update finds the document that it asks for although nobody inserted it. */
  private readonly imagined: boolean;
  private readonly documents: StoredDocument[];

  constructor(name: string, { unique = [], found = false, rows }: TableFacts = {}) {
    this.name = name;
    this.unique = [['_id'], ...unique];
    this.found = found;
    this.imagined = rows === undefined;
    this.documents = (rows ?? []).map(committed);
  }

  get expires(): boolean {
    return this.lifetimes.length > 0;
  }

  addIndex(
    fields: readonly string[],
    options: { readonly unique: boolean; readonly seconds: number | undefined },
  ): void {
    if (options.unique) this.unique.push(fields);
    const [field] = fields;
    if (options.seconds !== undefined && field !== undefined) {
      this.lifetimes.push({ field, seconds: options.seconds });
    }
  }

  matching(filter: Document, writer: DocumentWriter | undefined): readonly StoredDocument[] {
    return this.documents.filter((stored) => {
      const contents = seenBy(stored, writer);
      return contents !== undefined && matches(contents, filter);
    });
  }

  /** Documents with a key of these contents, whether the writer sees them or not. */
  clash(contents: Document, writer: DocumentWriter): StoredDocument | undefined {
    return this.documents.find((stored) => {
      const known = stored.pending?.writer === writer ? stored.pending.contents : latest(stored);
      return known !== undefined && this.sharesKey(known, contents);
    });
  }

  /** Whether somebody else is about to change what the filter finds, or to insert a document of the same key. */
  lockedAgainst(filter: Document, inserted: Document | undefined, writer: DocumentWriter | undefined): boolean {
    return this.documents.some((stored) => {
      if (!stored.pending || stored.pending.writer === writer) return false;
      return [latest(stored), stored.pending.contents].some(
        (contents) =>
          contents !== undefined &&
          (matches(contents, filter) || (inserted !== undefined && this.sharesKey(contents, inserted))),
      );
    });
  }

  insert(contents: Document, writer: DocumentWriter): void {
    const stored: StoredDocument = { versions: [], pending: undefined };
    this.documents.push(stored);
    write(stored, contents, writer);
  }

  /**
   * The document that an update asks for, made up if nobody has told what the collection holds. A field that the update
   * sets is asked for as a state, not as a key: a document that has left that state is not made up anew.
   */
  imagine(filter: Document, set: readonly string[]): void {
    if (!this.imagined) return;
    const contents = wantedBy(filter);
    const key = Object.keys(contents).filter((name) => !set.includes(name) && isSame(contents[name], filter[name]));
    const isKnown = this.documents.some((stored) =>
      [latest(stored), stored.pending?.contents].some(
        (known) => known !== undefined && key.every((name) => isSame(known[name], contents[name])),
      ),
    );
    if (!isKnown) this.documents.push(committed(contents));
  }

  /** What a program looks up and never puts there itself. */
  imagineRead(filter: Document): void {
    if (this.found) this.imagine(filter, []);
  }

  /** Documents that are gone so many seconds later. */
  mortal(seconds: number, now: number): readonly StoredDocument[] {
    return this.documents.filter(
      (stored) =>
        stored.pending === undefined &&
        this.lifetimes.some((lifetime) => {
          const date = valueAt(latest(stored), lifetime.field);
          return date instanceof Date && date.getTime() + (lifetime.seconds - seconds) * 1000 <= now;
        }),
    );
  }

  private sharesKey(known: Document, contents: Document): boolean {
    return this.unique.some((fields) =>
      fields.every((field) => {
        const value = valueAt(contents, field);
        return value !== undefined && isSame(valueAt(known, field), value);
      }),
    );
  }
}

function latest({ versions }: StoredDocument): Document | undefined {
  return versions.at(-1)?.contents;
}

export function seenBy(stored: StoredDocument, writer: DocumentWriter | undefined): Document | undefined {
  if (!writer) return latest(stored);
  if (stored.pending?.writer === writer) return stored.pending.contents;
  return stored.versions.findLast(({ commit }) => commit <= writer.snapshot)?.contents;
}

/** Whether it was changed after the moment that the writer sees. */
export function isNewerThan({ versions }: StoredDocument, { snapshot }: DocumentWriter): boolean {
  return (versions.at(-1)?.commit ?? 0) > snapshot;
}

export function write(stored: StoredDocument, contents: Document | undefined, writer: DocumentWriter): void {
  writer.touched.push(stored);
  stored.pending = { writer, contents };
}

function committed(contents: Document): StoredDocument {
  return { versions: [{ commit: 0, contents }], pending: undefined };
}
