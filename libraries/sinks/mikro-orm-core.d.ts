// MikroORM 6 and 7. A unit of work: `persist` and `create` tell it of an entity, and `flush` writes them.

export * from '@mikro-orm/decorators/legacy';

type Target<E> = (new (...args: any[]) => E) | string | object;

export class EntityManager<D = any> {
  /** @eos makes row=1 model=0 */
  create<E>(target: Target<E>, data: any, options?: any): E;
  /** @eos schedule row=0 */
  persist(entity: any): this;
  /** @eos write database unknown scheduled */
  flush(): Promise<void>;
  /** @eos write database unknown scheduled row=0 */
  persistAndFlush(entity: any): Promise<void>;
  remove(entity: any): this;
  /** @eos write database idempotent removes */
  removeAndFlush(entity: any): Promise<void>;
  /**
   * @eos when !1 write database unknown resource=0
   * @eos write database non-idempotent resource=0 row=1
   */
  insert(target: any, data?: any, options?: any): Promise<any>;
  /** @eos write database non-idempotent resource=0 */
  insertMany(target: any, data?: any, options?: any): Promise<any>;
  /** @eos write database idempotent resource=0 */
  upsert(target: any, data?: any, options?: any): Promise<any>;
  /** @eos write database idempotent resource=0 */
  upsertMany(target: any, data?: any, options?: any): Promise<any>;
  /**
   * @eos write database idempotent resource=0
   * @eos relative in=2
   * @eos transition where=1
   */
  nativeUpdate(target: any, where: any, data: any, options?: any): Promise<number>;
  /** @eos write database idempotent removes resource=0 */
  nativeDelete(target: any, where: any, options?: any): Promise<number>;
  /** @eos read database resource=0 */
  find<E>(target: Target<E>, where: any, options?: any): Promise<E[]>;
  /** @eos read database resource=0 */
  findAll<E>(target: Target<E>, options?: any): Promise<E[]>;
  /** @eos read database resource=0 */
  findOne<E>(target: Target<E>, where: any, options?: any): Promise<E | null>;
  /** @eos read database resource=0 */
  findOneOrFail<E>(target: Target<E>, where: any, options?: any): Promise<E>;
  /** @eos read database resource=0 */
  count(target: any, where?: any, options?: any): Promise<number>;
  /** @eos db-transaction run=0 */
  transactional<T>(run: (em: this) => T | Promise<T>, options?: any): Promise<T>;
  /** @eos db-transaction begin */
  begin(options?: any): Promise<void>;
  /** @eos db-transaction commit */
  commit(): Promise<void>;
  /** @eos db-transaction rollback */
  rollback(): Promise<void>;
  fork(options?: any): this;
  getRepository<E>(target: Target<E>): EntityRepository<E>;
  getReference<E>(target: Target<E>, id: any, options?: any): E;
  assign(entity: any, data: any, options?: any): any;
  lock(entity: any, mode: any, options?: any): Promise<void>;
  clear(): void;
  isInTransaction(): boolean;
}

export class EntityRepository<E = any> {
  constructor(em: EntityManager, target: any);
  getEntityManager(): EntityManager;
  /** @eos makes row=0 model=this */
  create(data: any, options?: any): E;
  /** @eos write database non-idempotent resource=this row=0 */
  insert(data: any, options?: any): Promise<any>;
  /** @eos write database non-idempotent resource=this */
  insertMany(data: any, options?: any): Promise<any>;
  /** @eos write database idempotent resource=this */
  upsert(data?: any, options?: any): Promise<any>;
  /** @eos write database idempotent resource=this */
  upsertMany(data?: any, options?: any): Promise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=1
   * @eos transition where=0
   */
  nativeUpdate(where: any, data: any, options?: any): Promise<number>;
  /** @eos write database idempotent removes resource=this */
  nativeDelete(where: any, options?: any): Promise<number>;
  /** @eos read database resource=this */
  find(where: any, options?: any): Promise<E[]>;
  /** @eos read database resource=this */
  findAll(options?: any): Promise<E[]>;
  /** @eos read database resource=this */
  findOne(where: any, options?: any): Promise<E | null>;
  /** @eos read database resource=this */
  findOneOrFail(where: any, options?: any): Promise<E>;
  /** @eos read database resource=this */
  count(where?: any, options?: any): Promise<number>;
  assign(entity: any, data: any, options?: any): any;
}

export class MikroORM<D = any> {
  static init(options?: any): Promise<MikroORM>;
  readonly em: EntityManager;
  close(force?: boolean): Promise<void>;
}

export class UniqueConstraintViolationException extends Error {}
export class EntitySchema<E = any, B = any> {
  /** @eos table columns=0.properties keys=primary,unique indexes=0.uniques */
  constructor(meta: any);
}

/** A column that is being described; what it is called with does not matter but for its keys. */
interface Column {
  /** @eos unique-column */
  primary(): this;
  /** @eos unique-column */
  unique(key?: any): this;
  nullable(): this;
  default(value: any): this;
  index(key?: any): this;
  length(length: number): this;
  autoincrement(value?: boolean): this;
}

type Columns = {
  [Type in 'integer' | 'bigint' | 'string' | 'text' | 'uuid' | 'datetime' | 'date' | 'boolean' | 'json' | 'decimal']: (
    ...options: any[]
  ) => Column;
};

/** @eos table columns=0.properties|0.properties.() keys=primary,unique indexes=0.uniques */
export function defineEntity(meta: {
  properties: { [column: string]: any } | ((builders: Columns) => any);
  [option: string]: any;
}): EntitySchema;

/** @eos db-transaction decorated */
export function Transactional(options?: any): (...target: any[]) => any;

/** @eos relative-value text=0 */
export function raw<R = any>(sql: any, params?: any): RawQueryFragment;
export class RawQueryFragment {}

export const LockMode: any;
export {};
