import { seenBy, type DocumentWriter } from '../../sinks/documents/collection.ts';
import { isDocument, textOf, valueAt, type Document } from '../../sinks/documents/document.ts';
import { unknownOperator } from '../../sinks/documents/filter.ts';
import {
  deleteDocuments,
  insertDocument,
  insertedBy,
  Refused,
  updateDocuments,
  type UpdateRequest,
} from '../../sinks/documents/run-operation.ts';
import { field, isList } from '../../world/callback.ts';
import type { Application } from '../../world/ledger.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { appliedBy, changeOf, insertOf, isClaim, lineOf, problemIn, type Change, type Outcome } from './change.ts';
import { ClientSession, type Applied } from './client-session.ts';
import { FindCursor } from './cursor.ts';
import { duplicateKey, immutableId, MongoBulkWriteError, MongoServerError, writeConflict } from './errors.ts';

/** `db.collection('orders')`. */
export class CollectionClient {
  readonly collectionName: string;
  private readonly process: SimulatedProcess;
  private readonly newId: () => unknown;

  constructor(process: SimulatedProcess, name: string, newId: () => unknown) {
    this.process = process;
    this.collectionName = name;
    this.newId = newId;
  }

  insertOne = async (document: unknown, options?: unknown): Promise<object> => {
    const [outcome] = await this.write('insertOne', [this.insertion(document)], options);
    return { acknowledged: true, insertedId: outcome?.after?.['_id'] };
  };

  insertMany = async (documents: unknown, options?: unknown): Promise<object> => {
    const changes = (isList(documents) ? documents : []).map((document) => this.insertion(document));
    const outcomes = await this.write('insertMany', changes, options);
    const insertedIds = Object.assign(
      {},
      outcomes.map(({ after }) => after?.['_id']),
    );
    return { acknowledged: true, insertedCount: outcomes.length, insertedIds };
  };

  updateOne = (filter: unknown, update: unknown, options?: unknown): Promise<object> =>
    this.update('updateOne', changeOf('update', filter, { update, options }), options);
  updateMany = (filter: unknown, update: unknown, options?: unknown): Promise<object> =>
    this.update('updateMany', changeOf('update', filter, { update, options, many: true }), options);
  replaceOne = (filter: unknown, update: unknown, options?: unknown): Promise<object> =>
    this.update('replaceOne', changeOf('update', filter, { update, options }), options);
  deleteOne = (filter: unknown, options?: unknown): Promise<object> =>
    this.delete('deleteOne', changeOf('delete', filter, {}), options);
  deleteMany = (filter: unknown, options?: unknown): Promise<object> =>
    this.delete('deleteMany', changeOf('delete', filter, { many: true }), options);

  findOneAndUpdate = (filter: unknown, update: unknown, options?: unknown): Promise<unknown> =>
    this.findAnd('findOneAndUpdate', changeOf('update', filter, { update, options }), options);
  findOneAndReplace = (filter: unknown, update: unknown, options?: unknown): Promise<unknown> =>
    this.findAnd('findOneAndReplace', changeOf('update', filter, { update, options }), options);
  findOneAndDelete = (filter: unknown, options?: unknown): Promise<unknown> =>
    this.findAnd('findOneAndDelete', changeOf('delete', filter, {}), options);

  bulkWrite = async (operations: unknown, options?: unknown): Promise<object> => {
    const changes = (isList(operations) ? operations : []).map((operation) =>
      lineOf(operation, (document) => this.insertion(document)),
    );
    const outcomes = await this.write('bulkWrite', changes, options);
    const upserted = outcomes.filter(({ inserted }, index) => inserted && changes[index]?.kind === 'update');
    return { ok: 1, insertedCount: outcomes.length - upserted.length, upsertedCount: upserted.length };
  };

  findOne = async (filter?: unknown, options?: unknown): Promise<Document | null> =>
    (await this.read('findOne', filter, options))[0] ?? null;
  find = (filter?: unknown, options?: unknown): FindCursor => new FindCursor(() => this.read('find', filter, options));
  countDocuments = async (filter?: unknown, options?: unknown): Promise<number> =>
    (await this.read('countDocuments', filter, options)).length;
  distinct = async (name: unknown, filter?: unknown, options?: unknown): Promise<readonly unknown[]> => {
    const found = await this.read('distinct', filter, options);
    return [
      ...new Map(found.map((each) => [textOf(valueAt(each, String(name))), valueAt(each, String(name))])).values(),
    ];
  };

  createIndex = (index: unknown, options?: unknown): Promise<string> => {
    const fields = typeof index === 'string' ? [index] : Object.keys(isDocument(index) ? index : {});
    const seconds = field(options, 'expireAfterSeconds');
    return this.process.perform({
      label: `${this.collectionName}.createIndex`,
      point: 'opaque',
      apply: () => {
        const unique = field(options, 'unique') === true;
        this.store().addIndex(fields, { unique, seconds: typeof seconds === 'number' ? seconds : undefined });
        return fields.join('_');
      },
    });
  };

  /** Whatever nobody has simulated makes the run worthless. */
  aggregate = (): FindCursor => {
    this.process.world.notUnderstood.add('an aggregation of MongoDB');
    return new FindCursor(() => Promise.resolve([]));
  };

  private async update(name: string, change: Change, options: unknown): Promise<object> {
    const [outcome] = await this.write(name, [change], options);
    const matchedCount = outcome?.matched ?? 0;
    const isChanged = textOf(outcome?.before) !== textOf(outcome?.after);
    return {
      acknowledged: true,
      matchedCount,
      modifiedCount: isChanged ? matchedCount : 0,
      upsertedCount: outcome?.inserted === true ? 1 : 0,
      upsertedId: outcome?.inserted === true ? (outcome.after?.['_id'] ?? null) : null,
    };
  }

  private async delete(name: string, change: Change, options: unknown): Promise<object> {
    const [outcome] = await this.write(name, [change], options);
    return { acknowledged: true, deletedCount: outcome?.matched ?? 0 };
  }

  private async findAnd(name: string, change: Change, options: unknown): Promise<unknown> {
    const [outcome] = await this.write(name, [change], options);
    const value = (field(options, 'returnDocument') === 'after' ? outcome?.after : outcome?.before) ?? null;
    if (field(options, 'includeResultMetadata') !== true) return value;
    return { value, ok: 1, lastErrorObject: { updatedExisting: (outcome?.matched ?? 0) > 0 } };
  }

  /** The driver gives an id to a document without one, and writes it into the program's own object. */
  private insertion(document: unknown): Change {
    if (isDocument(document) && document['_id'] === undefined) Reflect.set(document, '_id', this.newId());
    return insertOf(document);
  }

  private store() {
    return this.process.world.documents.collection(this.collectionName);
  }

  private write(name: string, changes: readonly Change[], options: unknown): Promise<readonly Outcome[]> {
    const { process } = this;
    const problem = changes.map(problemIn).find((found) => found !== undefined);
    if (problem !== undefined) {
      process.world.notUnderstood.add(`MongoDB not understood: ${problem}`);
      return Promise.reject(new MongoServerError(9, problem));
    }
    const located = process.locate({
      kind: 'external-write',
      role: changes.every(isClaim) ? 'claim' : 'effect',
      category: 'database',
      resource: this.collectionName,
      label: `${this.collectionName}.${name}`,
    });
    const attributed = changes.map(({ filter, update }) => process.applicationsOf(located, [filter, update]));
    const session = sessionIn(options);
    return process.perform({
      label: located.facts.label,
      point: 'write',
      site: located.site,
      ready: () => !changes.some((change) => this.mustWait(change, session)),
      apply: () => this.carryOut(changes, attributed, session),
      failed: () => {
        session?.doom();
      },
    });
  }

  private mustWait(change: Change, session: ClientSession | undefined): boolean {
    const inserted = change.kind === 'insert' ? change.update : undefined;
    const wanted = change.upsert ? insertedBy({ ...change, newId: () => undefined }) : inserted;
    const filter = change.kind === 'insert' ? { _id: change.update['_id'] } : change.filter;
    return this.store().lockedAgainst(filter, wanted, session?.writer());
  }

  private carryOut(
    changes: readonly Change[],
    attributed: readonly (readonly Application[])[],
    session: ClientSession | undefined,
  ): readonly Outcome[] {
    const open = session?.open();
    const alone = { writer: this.process.world.documents.newWriter(), applied: [] };
    const { writer, applied }: Pick<NonNullable<typeof open>, 'writer' | 'applied'> = open ?? alone;
    const outcomes: Outcome[] = [];
    try {
      for (const [index, change] of changes.entries()) {
        const outcome = this.apply(change, writer);
        outcomes.push(outcome);
        applied.push(...appliedBy(change, outcome, attributed[index] ?? []));
      }
      return outcomes;
    } catch (error) {
      session?.doom();
      throw error instanceof Refused ? this.inDriversWords(error, changes.length) : error;
    } finally {
      if (!open) this.keep(writer, applied);
    }
  }

  /** Without a transaction, what was done before a refusal stays. */
  private keep(writer: DocumentWriter, applied: readonly Applied[]): void {
    const { documents, ledger } = this.process.world;
    documents.commit(writer);
    for (const { applications, state } of applied) ledger.apply(applications, state);
  }

  private apply(change: Change, writer: DocumentWriter): Outcome {
    const store = this.store();
    if (change.kind === 'insert') {
      insertDocument(store, change.update, writer);
      return { after: change.update, matched: 0, inserted: true };
    }
    if (change.kind === 'delete') {
      const gone = deleteDocuments(store, change, writer);
      return { before: gone[0], matched: gone.length, inserted: false };
    }
    const request: UpdateRequest = { ...change, newId: this.newId };
    const done = updateDocuments(store, request, writer);
    const [first] = done;
    const inserted = first !== undefined && first.before === undefined;
    return { before: first?.before, after: first?.after, matched: inserted ? 0 : done.length, inserted };
  }

  private inDriversWords({ reason, contents }: Refused, changes: number): Error {
    if (reason === 'write-conflict') return writeConflict();
    if (reason === 'immutable-id') return immutableId();
    const error = duplicateKey(this.collectionName, contents['_id']);
    return changes === 1 ? error : new MongoBulkWriteError(error.code, error.message, { keyValue: error.keyValue });
  }

  private read(name: string, given: unknown, options: unknown): Promise<readonly Document[]> {
    const { process } = this;
    const filter = isDocument(given) ? given : {};
    const problem = unknownOperator(filter);
    if (problem !== undefined) process.world.notUnderstood.add(`MongoDB not understood: ${problem}`);
    const session = sessionIn(options);
    return process.perform({
      label: `${this.collectionName}.${name}`,
      point: 'read',
      apply: () => {
        const store = this.store();
        store.imagineRead(filter);
        const writer = session?.open()?.writer;
        return store.matching(filter, writer).map((stored) => ({ ...seenBy(stored, writer) }));
      },
      failed: () => {
        session?.doom();
      },
    });
  }
}

function sessionIn(options: unknown): ClientSession | undefined {
  const session = field(options, 'session');
  return session instanceof ClientSession ? session : undefined;
}
