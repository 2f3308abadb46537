// TypeORM 0.2, 0.3 and 1. `save` is an upsert by primary key that inserts when the entity carries none: repeatable with
// an `id` in sight, else the entity's own columns would have to tell.

import type { SelectQueryBuilder } from 'typeorm/query-builder/SelectQueryBuilder.js';

export { BaseEntity } from 'typeorm/repository/BaseEntity.js';
export type { SelectQueryBuilder } from 'typeorm/query-builder/SelectQueryBuilder.js';
export type InsertQueryBuilder<E = any> = Built<SelectQueryBuilder<E>['insert']>;
export type UpdateQueryBuilder<E = any> = Built<SelectQueryBuilder<E>['update']>;
export type DeleteQueryBuilder<E = any> = Built<SelectQueryBuilder<E>['delete']>;
type Built<F> = F extends (...args: any[]) => infer R ? R : never;
export type EntityTarget<T = any> = (new (...args: any[]) => T) | string | object;
export type FindManyOptions<T = any> = any;
export type FindOneOptions<T = any> = any;
export type Relation<T> = T;

export class EntityManager {
  readonly queryRunner?: QueryRunner;
  /** @eos db-transaction run=0 */
  transaction<T>(run: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** @eos db-transaction run=1 */
  transaction<T>(isolation: string, run: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** @eos sql text=0 dialect=any */
  query<T = any>(query: string, parameters?: any): Promise<T>;
  create<E>(target: EntityTarget<E>, entity?: any): E;
  getRepository<E>(target: EntityTarget<E>): Repository<E>;
  withRepository<R>(repository: R): R;
  /** @eos when 2 own-connection */
  createQueryBuilder<E = any>(target?: any, alias?: string, runner?: QueryRunner): SelectQueryBuilder<E>;
  /**
   * @eos when 1.id write database idempotent resource=0
   * @eos write database unknown resource=0
   */
  save<T = any>(target: any, entity?: any, options?: any): Promise<T>;
  /** @eos write database non-idempotent resource=0 row=1 */
  insert(target: any, entity: any): Promise<any>;
  /** @eos write database idempotent resource=0 */
  upsert(target: any, entity: any, conflict: any): Promise<any>;
  /**
   * @eos write database idempotent resource=0
   * @eos relative in=2
   * @eos transition where=1
   */
  update(target: any, criteria: any, partial: any): Promise<{ affected?: number; raw: any }>;
  /** @eos write database non-idempotent resource=0 */
  increment(target: any, conditions: any, column: string, value: number | string): Promise<any>;
  /** @eos write database non-idempotent resource=0 */
  decrement(target: any, conditions: any, column: string, value: number | string): Promise<any>;
  /** @eos write database idempotent removes resource=0 */
  delete(target: any, criteria: any): Promise<any>;
  /** @eos write database idempotent resource=0 */
  softDelete(target: any, criteria: any): Promise<any>;
  /** @eos write database idempotent removes resource=0 */
  remove(target: any, entity?: any): Promise<any>;
  /** @eos read database resource=0 */
  find<E>(target: EntityTarget<E>, options?: any): Promise<E[]>;
  /** @eos read database resource=0 */
  findBy<E>(target: EntityTarget<E>, where: any): Promise<E[]>;
  /** @eos read database resource=0 */
  findOne<E>(target: EntityTarget<E>, options?: any, more?: any): Promise<E | null>;
  /** @eos read database resource=0 */
  findOneBy<E>(target: EntityTarget<E>, where: any): Promise<E | null>;
  /** @eos read database resource=0 */
  exists(target: any, options?: any): Promise<boolean>;
  /** @eos read database resource=0 */
  count(target: any, options?: any): Promise<number>;
}

/** @eos any-connection injected */
export class Repository<E = any> {
  constructor(target: any, manager: EntityManager, runner?: QueryRunner);
  readonly manager: EntityManager;
  create(entity?: any): any;
  extend<C>(custom: C & ThisType<this & C>): this & C;
  /** @eos when 1 own-connection */
  createQueryBuilder(alias?: string, runner?: QueryRunner): SelectQueryBuilder<E>;
  /** @eos sql text=0 dialect=any */
  query<T = any>(query: string, parameters?: any): Promise<T>;
  /**
   * @eos when 0.id write database idempotent resource=this
   * @eos write database unknown resource=this
   */
  save<T = any>(entity: any, options?: any): Promise<T>;
  /** @eos write database non-idempotent resource=this row=0 */
  insert(entity: any): Promise<any>;
  /** @eos write database idempotent resource=this */
  upsert(entity: any, conflict: any): Promise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=1
   * @eos transition where=0
   */
  update(criteria: any, partial: any): Promise<{ affected?: number; raw: any }>;
  /** @eos write database non-idempotent resource=this */
  increment(conditions: any, column: string, value: number | string): Promise<any>;
  /** @eos write database non-idempotent resource=this */
  decrement(conditions: any, column: string, value: number | string): Promise<any>;
  /** @eos write database idempotent removes resource=this */
  delete(criteria: any): Promise<any>;
  /** @eos write database idempotent resource=this */
  softDelete(criteria: any): Promise<any>;
  /** @eos write database idempotent removes resource=this */
  remove(entity: any): Promise<any>;
  /** @eos read database resource=this */
  find(options?: any): Promise<E[]>;
  /** @eos read database resource=this */
  findBy(where: any): Promise<E[]>;
  /** @eos read database resource=this */
  findOne(options?: any, more?: any): Promise<E | null>;
  /** @eos read database resource=this */
  findOneBy(where: any): Promise<E | null>;
  /** @eos read database resource=this */
  findOneOrFail(options?: any): Promise<E>;
  /** @eos read database resource=this */
  findOneByOrFail(where: any): Promise<E>;
  /** @eos read database resource=this */
  exists(options?: any): Promise<boolean>;
  /** @eos read database resource=this */
  existsBy(where: any): Promise<boolean>;
  /** @eos read database resource=this */
  count(options?: any): Promise<number>;
  /** @eos read database resource=this */
  countBy(where: any): Promise<number>;
}

export interface QueryRunner {
  readonly manager: EntityManager;
  readonly isTransactionActive: boolean;
  connect(): Promise<any>;
  release(): Promise<void>;
  /** @eos db-transaction begin */
  startTransaction(isolation?: string): Promise<void>;
  /** @eos db-transaction commit */
  commitTransaction(): Promise<void>;
  /** @eos db-transaction rollback */
  rollbackTransaction(): Promise<void>;
  /** @eos sql text=0 dialect=any */
  query(query: string, parameters?: any): Promise<any>;
}

/** @eos any-connection */
export class DataSource {
  /**
   * What runs in the process has one connection only.
   *
   * @eos when 0.type=sqlite,better-sqlite3,sqljs,expo,capacitor,cordova,react-native,nativescript own-connection
   * @eos any-connection
   */
  constructor(options: any);
  readonly manager: EntityManager;
  readonly isInitialized: boolean;
  readonly options: any;
  initialize(): Promise<this>;
  destroy(): Promise<void>;
  /** @eos db-transaction run=0 */
  transaction<T>(run: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** @eos db-transaction run=1 */
  transaction<T>(isolation: string, run: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** @eos sql text=0 dialect=any */
  query<T = any>(query: string, parameters?: any, runner?: QueryRunner): Promise<T>;
  getRepository<E>(target: EntityTarget<E>): Repository<E>;
  /** @eos own-connection */
  createQueryRunner(mode?: string): QueryRunner;
  /** @eos when 0 own-connection */
  createEntityManager(runner?: QueryRunner): EntityManager;
  /** @eos when 2 own-connection */
  createQueryBuilder<E = any>(target?: any, alias?: string, runner?: QueryRunner): SelectQueryBuilder<E>;
}

export class QueryFailedError extends Error {
  driverError: any;
}
type Decorator = (...target: any[]) => any;
type Decorate = (...args: any[]) => Decorator;
export const Entity: Decorate, PrimaryGeneratedColumn: Decorate;
export const CreateDateColumn: Decorate, UpdateDateColumn: Decorate, DeleteDateColumn: Decorate;
export const VersionColumn: Decorate, ManyToOne: Decorate, OneToMany: Decorate, OneToOne: Decorate;
export const ManyToMany: Decorate, JoinColumn: Decorate, JoinTable: Decorate;
/**
 * @eos when 0.unique=true unique-column
 * @eos when 1.unique=true unique-column
 */
export function Column(...args: any[]): Decorator;
/** @eos unique-column */
export function PrimaryColumn(...args: any[]): Decorator;
/**
 * On a class; on a property without columns.
 * @eos when 0.unique=true unique-column
 * @eos when 1.unique=true unique-columns at=0
 * @eos when 2.unique=true unique-columns at=1
 */
export function Index(...args: any[]): Decorator;
/** @eos unique-columns at=0|1 */
export function Unique(...args: any[]): Decorator;
type Operator = (...values: any[]) => any;
export const In: Operator, Not: Operator, IsNull: Operator, Like: Operator, Between: Operator, Raw: Operator;
export const LessThan: Operator, LessThanOrEqual: Operator, MoreThan: Operator, MoreThanOrEqual: Operator;
export {};
