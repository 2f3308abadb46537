import type { Collection, DocumentWriter, StoredDocument } from './collection.ts';
import { isNewerThan, seenBy, write } from './collection.ts';
import { isSame, type Document } from './document.ts';
import { wantedBy } from './filter.ts';
import { pathsSet, updated } from './update.ts';

/** Why the server refuses an operation. */
export class Refused extends Error {
  readonly reason: 'duplicate-key' | 'write-conflict' | 'immutable-id';
  readonly contents: Document;

  constructor(reason: Refused['reason'], contents: Document) {
    super(reason);
    this.reason = reason;
    this.contents = contents;
  }
}

export interface UpdateRequest {
  readonly filter: Document;
  readonly update: Document;
  readonly upsert: boolean;
  readonly many: boolean;
  /** For a document that is inserted and has no id. */
  readonly newId: () => unknown;
}

/** Documents before and after; `before` is absent for one that was inserted. */
export type Updated = readonly { readonly before?: Document; readonly after: Document }[];

export function insertDocument(collection: Collection, contents: Document, writer: DocumentWriter): void {
  const clash = collection.clash(contents, writer);
  if (clash) throw new Refused(isNewerThan(clash, writer) ? 'write-conflict' : 'duplicate-key', contents);
  collection.insert(contents, writer);
}

export function updateDocuments(collection: Collection, request: UpdateRequest, writer: DocumentWriter): Updated {
  const { filter, update, upsert, many } = request;
  if (!upsert) collection.imagine(filter, pathsSet(update));
  const found = collection.matching(filter, writer);
  if (found.length === 0 && upsert) {
    const after = insertedBy(request);
    mustKeepId(equalitiesOf(filter), after);
    insertDocument(collection, after, writer);
    return [{ after }];
  }
  return (many ? found : found.slice(0, 1)).map((stored) => {
    mustNotConflict(stored, writer);
    const before = seenBy(stored, writer) ?? {};
    const after = updated(before, update, false);
    mustKeepId(before, after);
    write(stored, after, writer);
    return { before, after };
  });
}

/** What an upsert inserts that finds nothing. */
export function insertedBy({ filter, update, newId }: UpdateRequest): Document {
  const contents = updated(equalitiesOf(filter), update, true);
  return '_id' in contents ? contents : { _id: newId(), ...contents };
}

export function deleteDocuments(
  collection: Collection,
  { filter, many }: Pick<UpdateRequest, 'filter' | 'many'>,
  writer: DocumentWriter,
): readonly Document[] {
  collection.imagine(filter, []);
  const found = collection.matching(filter, writer);
  return (many ? found : found.slice(0, 1)).map((stored) => {
    mustNotConflict(stored, writer);
    const before = seenBy(stored, writer) ?? {};
    write(stored, undefined, writer);
    return before;
  });
}

function mustNotConflict(stored: StoredDocument, writer: DocumentWriter): void {
  if (isNewerThan(stored, writer)) throw new Refused('write-conflict', {});
}

function mustKeepId(before: Document, after: Document): void {
  if (before['_id'] !== undefined && !isSame(before['_id'], after['_id'])) throw new Refused('immutable-id', after);
}

/** Only what the filter names by a value goes into a document that is inserted. */
function equalitiesOf(filter: Document): Document {
  const named = Object.entries(filter).filter(([, value]) => {
    const only = wantedBy({ value });
    return 'value' in only && only['value'] === value;
  });
  return wantedBy(Object.fromEntries(named));
}
