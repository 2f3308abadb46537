// MikroORM 6 and 7, a driver of SQL: what the core has, and queries.

import { EntityManager, EntityRepository } from '@mikro-orm/core';

export * from '@mikro-orm/core';

export class SqlEntityManager<D = any> extends EntityManager<D> {
  /** @eos sql text=0 dialect=any */
  execute<T = any>(query: any, params?: any, method?: string): Promise<T>;
  createQueryBuilder<E = any>(target: any, alias?: string): QueryBuilder<E>;
  qb<E = any>(target: any, alias?: string): QueryBuilder<E>;
}

export class SqlEntityRepository<E = any> extends EntityRepository<E> {
  createQueryBuilder(alias?: string): QueryBuilder<E>;
  qb(alias?: string): QueryBuilder<E>;
  getEntityManager(): SqlEntityManager;
}

export { SqlEntityManager as EntityManager, SqlEntityRepository as EntityRepository };

export class QueryBuilder<E = any> implements PromiseLike<any> {
  /** @eos write database non-idempotent resource=this row=0 */
  insert(data: any): this;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   */
  update(data: any): this;
  /** @eos write database idempotent removes resource=this */
  delete(where?: any): this;
  /** @eos read database resource=this */
  select(fields: any, distinct?: boolean): this;
  where(...args: any[]): this;
  andWhere(...args: any[]): this;
  orWhere(...args: any[]): this;
  onConflict(fields?: any): this;
  /** @eos refine claim */
  ignore(): this;
  /**
   * @eos refine idempotent
   * @eos relative in=0
   */
  merge(data?: any): this;
  returning(fields?: any): this;
  orderBy(order: any): this;
  limit(limit?: number, offset?: number): this;
  execute<T = any>(method?: string, options?: any): Promise<T>;
  then<A = any, B = never>(done?: any, failed?: any): Promise<A | B>;
}
