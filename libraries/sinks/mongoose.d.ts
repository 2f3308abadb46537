// Mongoose 6 to 9. A new document's `save` inserts; a found document's writes what was changed on it.
import type { ClientSession, Collection } from 'mongodb';

interface NewDocument extends mongoose.Document {
  /** @eos write database non-idempotent as-made unique=_id */
  save(options?: any): Promise<this>;
}

/** `D & T`, but `D` where the schema's type is not known: `any` would swallow the methods. */
type Typed<D, T> = 0 extends 1 & T ? D : D & T;

declare namespace mongoose {
  export { ClientSession };

  export class Schema<D = any, M = any> {
    /** @eos table columns=0 keys=unique */
    constructor(definition?: any, options?: any);
    /** @eos when 1.unique=true unique-columns at=0 */
    index(fields: any, options?: any): this;
    pre(...args: any[]): this;
    post(...args: any[]): this;
    set(key: string, value: any): this;
    virtual(name: string, options?: any): any;
    plugin(plugin: any, options?: any): this;
    methods: any;
    statics: any;
    static Types: any;
  }

  export interface Document<I = any> {
    _id: any;
    /** @eos write database unknown resource=this */
    save(options?: any): Promise<this>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=0 keys=$inc,$push,$mul,$pop
     */
    updateOne(update?: any, options?: any): Query<any>;
    /** @eos write database idempotent removes resource=this */
    deleteOne(options?: any): any;
    set(path: any, value?: any): this;
    get(path: string): any;
    toObject(options?: any): any;
    toJSON(options?: any): any;
    isNew: boolean;
    [field: string]: any;
  }

  export type HydratedDocument<T = any, M = any> = Typed<Document, T>;

  export interface Query<R = any, D = any> extends Promise<R> {
    exec(): Promise<R>;
    /** @eos own-connection */
    session(session: any): this;
    lean<L = any>(value?: any): this;
    select(fields: any): this;
    sort(sort: any): this;
    limit(limit: number): this;
    skip(skip: number): this;
    where(...args: any[]): this;
    populate(...args: any[]): this;
    /** @eos own-connection */
    setOptions(options: any): this;
    orFail(error?: any): this;
    cursor(options?: any): AsyncIterable<any>;
  }

  export interface Model<T = any, Q = any, I = any, V = any> {
    new (document?: any, fields?: any): Typed<NewDocument, T>;
    readonly modelName: string;
    readonly collection: Collection<T>;
    /**
     * @eos write database non-idempotent resource=this row=0
     * @eos keyed by=0._id label=_id
     * @eos takes-part in=1.session
     */
    create(document?: any, ...rest: any[]): Promise<any>;
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
    updateOne(filter?: any, update?: any, options?: any): Query<any>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=1 keys=$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
     * @eos transition where=0
     * @eos takes-part in=2.session
     */
    updateMany(filter?: any, update?: any, options?: any): Query<any>;
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
    findOneAndUpdate(filter?: any, update?: any, options?: any): Query<HydratedDocument<T> | null>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=1 keys=$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
     * @eos transition where=0
     * @eos takes-part in=2.session
     */
    findByIdAndUpdate(id?: any, update?: any, options?: any): Query<HydratedDocument<T> | null>;
    /**
     * @eos write database idempotent resource=this
     * @eos takes-part in=2.session
     */
    findOneAndReplace(filter?: any, replacement?: any, options?: any): Query<HydratedDocument<T> | null>;
    /**
     * @eos write database idempotent resource=this
     * @eos takes-part in=2.session
     */
    replaceOne(filter?: any, replacement?: any, options?: any): Query<any>;
    /**
     * @eos write database idempotent removes resource=this
     * @eos takes-part in=1.session
     */
    deleteOne(filter?: any, options?: any): Query<any>;
    /**
     * @eos write database idempotent removes resource=this
     * @eos takes-part in=1.session
     */
    deleteMany(filter?: any, options?: any): Query<any>;
    /**
     * @eos write database idempotent removes resource=this
     * @eos takes-part in=1.session
     */
    findOneAndDelete(filter?: any, options?: any): Query<HydratedDocument<T> | null>;
    /**
     * @eos write database idempotent removes resource=this
     * @eos takes-part in=1.session
     */
    findByIdAndDelete(id?: any, options?: any): Query<HydratedDocument<T> | null>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=0 keys=insertOne,$inc,$push,$mul,$pop,$add,$subtract,$multiply,$concatArrays
     * @eos takes-part in=1.session
     */
    bulkWrite(operations: any, options?: any): Promise<any>;
    /** @eos read database resource=this */
    find(filter?: any, projection?: any, options?: any): Query<HydratedDocument<T>[]>;
    /** @eos read database resource=this */
    findOne(filter?: any, projection?: any, options?: any): Query<HydratedDocument<T> | null>;
    /** @eos read database resource=this */
    findById(id?: any, projection?: any, options?: any): Query<HydratedDocument<T> | null>;
    /** @eos read database resource=this */
    exists(filter: any): Query<any>;
    /** @eos read database resource=this */
    countDocuments(filter?: any, options?: any): Query<number>;
    /** @eos read database resource=this */
    aggregate(pipeline?: any, options?: any): Query<any>;
    startSession(options?: any): Promise<ClientSession>;
  }

  export interface Connection {
    /** @eos table at=1 */
    model<T = any, M = Model<T>>(name: string, schema?: any, collection?: string): Model<T>;
    /**
     * @eos db-transaction run=0
     * @eos ambient-inside
     */
    transaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>;
    collection<T = any>(name: string): Collection<T>;
    startSession(options?: any): Promise<ClientSession>;
    close(force?: any): Promise<void>;
    on(event: string, listener: (...args: any[]) => void): this;
    asPromise(): Promise<this>;
    readonly readyState: number;
    readonly db?: any;
  }

  export type Mongoose = typeof mongoose;
  export const connection: Connection;
  export const connections: Connection[];
  export const models: { [name: string]: Model<any> };
  export namespace Types {
    class ObjectId {
      /**
       * @eos when !0 unstable random
       * @eos when 0 pure
       */
      constructor(id?: any);
      toHexString(): string;
    }
  }
  /** @eos table at=1 */
  export function model<T = any, M = Model<T>>(
    name: string,
    schema?: any,
    collection?: string,
    options?: any,
  ): Model<T>;
  export function connect(uri: string, options?: any): Promise<Mongoose>;
  export function createConnection(uri?: string, options?: any): Connection;
  export function disconnect(): Promise<void>;
  export function startSession(options?: any): Promise<ClientSession>;
  /** @eos when 0=transactionAsyncLocalStorage ambient */
  export function set(key: any, value?: any): Mongoose;
  export function isValidObjectId(value: any): boolean;
}

export = mongoose;
