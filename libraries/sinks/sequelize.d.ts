// Sequelize 5, 6. Model statics are declared on the class that users extend or `define` returns.

type Constructor<M> = { new (...args: any[]): M };

interface Literal {
  val: any;
}

declare class Sequelize {
  constructor(...args: any[]);
  /** @eos table columns=1 keys=unique,primaryKey indexes=2.indexes */
  define<M extends Sequelize.Model = Sequelize.Model>(
    name: string,
    attributes: any,
    options?: any,
  ): Sequelize.ModelStatic<M>;
  model(name: string): Sequelize.ModelStatic<Sequelize.Model>;
  models: { [name: string]: Sequelize.ModelStatic<Sequelize.Model> };
  authenticate(options?: any): Promise<void>;
  sync(options?: any): Promise<this>;
  close(): Promise<void>;
  /**
   * @eos sql text=0.query|0 dialect=any
   * @eos takes-part in=1.transaction
   */
  query(sql: any, options?: any): Promise<any>;
  /**
   * @eos db-transaction run=0
   * @eos ambient-inside
   */
  transaction<T>(run: (transaction: Sequelize.Transaction) => Promise<T>): Promise<T>;
  /**
   * @eos db-transaction run=1
   * @eos ambient-inside
   */
  transaction<T>(options: any, run: (transaction: Sequelize.Transaction) => Promise<T>): Promise<T>;
  /** @eos db-transaction begin */
  transaction(options?: any): Promise<Sequelize.Transaction>;
  getQueryInterface(): any;
  /** @eos ambient */
  static useCLS(namespace: any): any;
  fn(name: string, ...args: any[]): any;
  col(name: string): any;
  /** @eos relative-value text=0 */
  literal(text: any): Literal;
}

declare namespace Sequelize {
  export { Sequelize, Sequelize as default };
  export type ModelStatic<M = any> = typeof Model & Constructor<M>;
  export type ModelCtor<M = any> = ModelStatic<M>;
  export type InferAttributes<M, O = any> = any;
  export type InferCreationAttributes<M, O = any> = any;
  export type CreationOptional<T> = T;
  export type Optional<T, K = any> = any;
  export type WhereOptions<A = any> = any;

  export class Model<A = any, C = any> {
    constructor(values?: any, options?: any);
    [attribute: string]: any;

    /** @eos table columns=0 keys=unique,primaryKey indexes=1.indexes */
    static init<M extends Model>(this: Constructor<M>, attributes: any, options: any): any;
    static build<M extends Model>(this: Constructor<M>, values?: any, options?: any): M;
    static sync(options?: any): Promise<any>;
    static hasMany(target: any, options?: any): any;
    static hasOne(target: any, options?: any): any;
    static belongsTo(target: any, options?: any): any;
    static belongsToMany(target: any, options?: any): any;
    static scope<M>(this: M, options?: any): M;
    static unscoped<M>(this: M): M;
    /** @eos read database resource=this */
    static findAll<M extends Model>(this: Constructor<M>, options?: any): Promise<M[]>;
    /** @eos read database resource=this */
    static findOne<M extends Model>(this: Constructor<M>, options?: any): Promise<M | null>;
    /** @eos read database resource=this */
    static findByPk<M extends Model>(this: Constructor<M>, id?: any, options?: any): Promise<M | null>;
    /** @eos read database resource=this */
    static findAndCountAll<M extends Model>(this: Constructor<M>, options?: any): Promise<{ rows: M[]; count: number }>;
    /** @eos read database resource=this */
    static count(options?: any): Promise<number>;
    /**
     * @eos claim database key=0.where resource=this
     * @eos takes-part in=0.transaction
     */
    static findOrCreate<M extends Model>(this: Constructor<M>, options: any): Promise<[M, boolean]>;
    /**
     * @eos claim database key=0.where resource=this
     * @eos takes-part in=0.transaction
     */
    static findCreateFind<M extends Model>(this: Constructor<M>, options: any): Promise<[M, boolean]>;
    /**
     * @eos when 1.ignoreDuplicates=true claim database key=0 resource=this
     * @eos write database non-idempotent resource=this row=0
     * @eos takes-part in=1.transaction
     */
    static create<M extends Model>(this: Constructor<M>, values?: any, options?: any): Promise<M>;
    /**
     * @eos when 1.ignoreDuplicates=true claim database key=0 resource=this
     * @eos when 1.updateOnDuplicate write database idempotent resource=this
     * @eos write database non-idempotent resource=this row=0
     * @eos takes-part in=1.transaction
     */
    static bulkCreate<M extends Model>(this: Constructor<M>, rows: any, options?: any): Promise<M[]>;
    /**
     * @eos write database idempotent resource=this
     * @eos takes-part in=1.transaction
     */
    static upsert<M extends Model>(this: Constructor<M>, values: any, options?: any): Promise<[M, boolean | null]>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=0
     * @eos transition where=1.where
     * @eos takes-part in=1.transaction
     */
    static update(values: any, options: any): Promise<any>;
    /**
     * @eos write database idempotent resource=this
     * @eos takes-part in=0.transaction
     */
    static destroy(options?: any): Promise<number>;
    /**
     * @eos write database idempotent resource=this
     * @eos takes-part in=0.transaction
     */
    static truncate(options?: any): Promise<void>;
    /**
     * @eos write database non-idempotent resource=this
     * @eos takes-part in=1.transaction
     */
    static increment(fields: any, options: any): Promise<any>;
    /**
     * @eos write database non-idempotent resource=this
     * @eos takes-part in=1.transaction
     */
    static decrement(fields: any, options: any): Promise<any>;

    /**
     * Inserts what was built, updates what was found.
     * @eos write database unknown resource=this
     * @eos takes-part in=0.transaction
     */
    save(options?: any): Promise<this>;
    /**
     * @eos write database idempotent resource=this
     * @eos relative in=0
     * @eos takes-part in=1.transaction
     */
    update(values: any, options?: any): Promise<this>;
    /**
     * @eos write database non-idempotent resource=this
     * @eos takes-part in=1.transaction
     */
    increment(fields: any, options?: any): Promise<this>;
    /**
     * @eos write database non-idempotent resource=this
     * @eos takes-part in=1.transaction
     */
    decrement(fields: any, options?: any): Promise<this>;
    /**
     * @eos write database idempotent removes resource=this
     * @eos takes-part in=0.transaction
     */
    destroy(options?: any): Promise<void>;
    /** @eos read database resource=this */
    reload(options?: any): Promise<this>;
    get(key?: any, options?: any): any;
    set(key: any, value?: any, options?: any): this;
    toJSON(): any;
  }

  export class Transaction {
    /** @eos db-transaction commit */
    commit(): Promise<void>;
    /** @eos db-transaction rollback */
    rollback(): Promise<void>;
    afterCommit(callback: (transaction: this) => any): void;
    static ISOLATION_LEVELS: any;
    static LOCK: any;
    readonly LOCK: any;
  }

  export function fn(name: string, ...args: any[]): any;
  export function col(name: string): any;
  /** @eos relative-value text=0 */
  export function literal(text: any): Literal;
  export const Op: any;
  export const DataTypes: any;
  export const QueryTypes: any;

  export class BaseError extends Error {}
  export class DatabaseError extends BaseError {}
  export class ValidationError extends BaseError {
    errors: any[];
  }
  export class UniqueConstraintError extends ValidationError {}
  export class ForeignKeyConstraintError extends DatabaseError {}
}

export = Sequelize;
