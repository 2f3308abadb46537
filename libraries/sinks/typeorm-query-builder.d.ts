// The builders of TypeORM 0.2, 0.3 and 1; `typeorm` itself exports them too.

interface QueryBuilder {
  setParameter(key: string, value: any): this;
  setParameters(parameters: any): this;
  execute(): Promise<any>;
}

interface WhereQueryBuilder extends QueryBuilder {
  where(...args: any[]): this;
  andWhere(...args: any[]): this;
  orWhere(...args: any[]): this;
  whereInIds(ids: any): this;
}

export interface SelectQueryBuilder<T = any> extends WhereQueryBuilder {
  select(...args: any[]): this;
  from(...args: any[]): this;
  /** @eos write database non-idempotent resource=this */
  insert(): InsertQueryBuilder<T>;
  update(entity?: any, values?: any): UpdateQueryBuilder<T>;
  /** @eos write database idempotent removes resource=this */
  delete(): DeleteQueryBuilder<T>;
  addSelect(...args: any[]): this;
  leftJoin(...args: any[]): this;
  leftJoinAndSelect(...args: any[]): this;
  innerJoin(...args: any[]): this;
  innerJoinAndSelect(...args: any[]): this;
  orderBy(...args: any[]): this;
  groupBy(...args: any[]): this;
  limit(limit?: number): this;
  take(take?: number): this;
  skip(skip?: number): this;
  setLock(...args: any[]): this;
  /** @eos read database resource=this */
  getOne(): Promise<T | null>;
  /** @eos read database resource=this */
  getMany(): Promise<T[]>;
  /** @eos read database resource=this */
  getRawOne<R = any>(): Promise<R | undefined>;
  /** @eos read database resource=this */
  getRawMany<R = any>(): Promise<R[]>;
  /** @eos read database resource=this */
  getCount(): Promise<number>;
  /** @eos read database resource=this */
  getExists(): Promise<boolean>;
}

interface InsertQueryBuilder<T = any> extends QueryBuilder {
  /** @eos into at=0 */
  into(entity: any, columns?: string[]): this;
  /** @eos row at=0 */
  values(values: any): this;
  updateEntity(enabled: boolean): this;
  returning(output: any): this;
  /** @eos refine claim */
  orIgnore(statement?: string | boolean): this;
  /** @eos refine idempotent */
  orUpdate(...args: any[]): this;
}

interface UpdateQueryBuilder<T = any> extends WhereQueryBuilder {
  returning(output: any): this;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   */
  set(values: any): this;
}

interface DeleteQueryBuilder<T = any> extends WhereQueryBuilder {
  from(...args: any[]): this;
  returning(output: any): this;
}

export {};
