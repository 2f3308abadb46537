// MongoDB, `mongodb` 3 to 7. `_id` is unique in every collection, so an insert that names it is keyed.

export class ObjectId {
  /**
   * @eos when !0 unstable random
   * @eos when 0 pure
   */
  constructor(id?: any);
  toHexString(): string;
  toString(): string;
  equals(other: any): boolean;
  static isValid(id: any): boolean;
}

export type WithId<T> = T & { _id: any };
export type AnyBulkWriteOperation<T = any> = any;

export interface UpdateResult<T = any> {
  acknowledged: boolean;
  matchedCount: number;
  modifiedCount: number;
  upsertedCount: number;
  upsertedId: any;
}

export class FindCursor<T = any> {
  sort(sort: any, direction?: any): this;
  limit(limit: number): this;
  skip(skip: number): this;
  project<P = any>(projection: any): FindCursor<P>;
  batchSize(size: number): this;
  toArray(): Promise<T[]>;
  next(): Promise<T | null>;
  hasNext(): Promise<boolean>;
  /** @eos calls 0 each */
  forEach(callback: (document: T) => any): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterator<T>;
}

export class Collection<T = any> {
  readonly collectionName: string;
  /**
   * @eos write database non-idempotent resource=this row=0
   * @eos keyed by=0._id label=_id
   * @eos takes-part in=1.session
   */
  insertOne(document: any, options?: any): Promise<{ acknowledged: boolean; insertedId: any }>;
  /**
   * @eos write database non-idempotent resource=this row=0
   * @eos keyed by=0.*._id label=_id
   * @eos takes-part in=1.session
   */
  insertMany(documents: any, options?: any): Promise<any>;
  /**
   * @eos when 1.$inc write database non-idempotent resource=this
   * @eos when 1.$push write database non-idempotent resource=this
   * @eos when 1.$set write database idempotent resource=this
   * @eos when 1.$setOnInsert claim database key=0 resource=this
   * @eos write database idempotent resource=this
   * @eos relative in=1 keys=$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
   * @eos transition where=0
   * @eos takes-part in=2.session
   */
  updateOne(filter: any, update: any, options?: any): Promise<UpdateResult<T>>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=1 keys=$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
   * @eos transition where=0
   * @eos takes-part in=2.session
   */
  updateMany(filter: any, update: any, options?: any): Promise<UpdateResult<T>>;
  /**
   * @eos when 1.$inc write database non-idempotent resource=this
   * @eos when 1.$push write database non-idempotent resource=this
   * @eos when 1.$set write database idempotent resource=this
   * @eos when 1.$setOnInsert claim database key=0 resource=this
   * @eos write database idempotent resource=this
   * @eos relative in=1 keys=$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
   * @eos transition where=0
   * @eos takes-part in=2.session
   */
  findOneAndUpdate(filter: any, update: any, options?: any): Promise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos takes-part in=2.session
   */
  findOneAndReplace(filter: any, replacement: any, options?: any): Promise<any>;
  /**
   * @eos write database idempotent removes resource=this
   * @eos takes-part in=1.session
   */
  findOneAndDelete(filter: any, options?: any): Promise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos takes-part in=2.session
   */
  replaceOne(filter: any, replacement: any, options?: any): Promise<UpdateResult<T>>;
  /**
   * @eos write database idempotent removes resource=this
   * @eos takes-part in=1.session
   */
  deleteOne(filter?: any, options?: any): Promise<{ acknowledged: boolean; deletedCount: number }>;
  /**
   * @eos write database idempotent removes resource=this
   * @eos takes-part in=1.session
   */
  deleteMany(filter?: any, options?: any): Promise<{ acknowledged: boolean; deletedCount: number }>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0 keys=insertOne,$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
   * @eos takes-part in=1.session
   */
  bulkWrite(operations: any, options?: any): Promise<any>;
  /** @eos read database resource=this */
  find<D = T>(filter?: any, options?: any): FindCursor<D>;
  /** @eos read database resource=this */
  findOne<D = T>(filter?: any, options?: any): Promise<D | null>;
  /** @eos read database resource=this */
  countDocuments(filter?: any, options?: any): Promise<number>;
  /** @eos read database resource=this */
  distinct(key: any, filter?: any, options?: any): Promise<any[]>;
  /** @eos read database resource=this */
  aggregate<D = any>(pipeline?: any, options?: any): FindCursor<D>;
  /** @eos ttl seconds=1.expireAfterSeconds resource=this */
  createIndex(index: any, options?: any): Promise<string>;
  createIndexes(indexes: any, options?: any): Promise<string[]>;
  watch(pipeline?: any, options?: any): any;
}

export class Db {
  readonly databaseName: string;
  collection<T = any>(name: string, options?: any): Collection<T>;
  createCollection<T = any>(name: string, options?: any): Promise<Collection<T>>;
  command(command: any, options?: any): Promise<any>;
}

export class ClientSession {
  /** @eos db-transaction run=0 */
  withTransaction<T = any>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>;
  /** @eos db-transaction begin */
  startTransaction(options?: any): void;
  /** @eos db-transaction commit */
  commitTransaction(): Promise<any>;
  /** @eos db-transaction rollback */
  abortTransaction(): Promise<any>;
  endSession(options?: any): Promise<void>;
  inTransaction(): boolean;
}

export class MongoClient {
  constructor(url: string, options?: any);
  static connect(url: string, options?: any): Promise<MongoClient>;
  connect(): Promise<this>;
  close(force?: any): Promise<void>;
  db(name?: string, options?: any): Db;
  startSession(options?: any): ClientSession;
  /** @eos calls 0 once */
  withSession<T = any>(run: (session: ClientSession) => Promise<T>): Promise<T>;
  /** @eos calls 1 once */
  withSession<T = any>(options: any, run: (session: ClientSession) => Promise<T>): Promise<T>;
}

export class MongoError extends Error {
  code?: any;
}
export class MongoServerError extends MongoError {
  keyPattern?: any;
  keyValue?: any;
}
export class MongoBulkWriteError extends MongoServerError {
  result: any;
}
