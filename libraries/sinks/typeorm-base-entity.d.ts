// The entities of TypeORM 0.2, 0.3 and 1 that save themselves; `typeorm` itself exports them too. They do it over the
// data source, whatever transaction is open on it.

import type { Repository } from 'typeorm';

export class BaseEntity {
  /**
   * @eos when this.id write database idempotent connection=any
   * @eos write database unknown connection=any
   */
  save(options?: any): Promise<this>;
  /** @eos write database idempotent removes connection=any */
  remove(options?: any): Promise<this>;
  /** @eos write database idempotent connection=any */
  softRemove(options?: any): Promise<this>;
  /** @eos write database unknown connection=any resource=this */
  static save<E>(this: new () => E, entity: any, options?: any): Promise<any>;
  /** @eos write database idempotent connection=any resource=this */
  static softRemove<E>(this: new () => E, entity: any, options?: any): Promise<any>;
  /** @eos any-connection */
  static getRepository<E>(this: new () => E): Repository<E>;
  static create<E>(this: new () => E, entity?: any): E;
  /** @eos read database resource=this */
  static find<E>(this: new () => E, options?: any): Promise<E[]>;
  /** @eos read database resource=this */
  static findOne<E>(this: new () => E, options?: any): Promise<E | null>;
  /** @eos read database resource=this */
  static findOneBy<E>(this: new () => E, where: any): Promise<E | null>;
  /** @eos write database non-idempotent connection=any resource=this row=0 */
  static insert<E>(this: new () => E, entity: any): Promise<any>;
  /** @eos write database idempotent connection=any resource=this */
  static upsert<E>(this: new () => E, entity: any, conflict: any): Promise<any>;
  /**
   * @eos write database idempotent connection=any resource=this
   * @eos relative in=1
   * @eos transition where=0
   */
  static update<E>(this: new () => E, criteria: any, partial: any): Promise<any>;
  /** @eos write database idempotent connection=any resource=this */
  static delete<E>(this: new () => E, criteria: any): Promise<any>;
}

export {};
