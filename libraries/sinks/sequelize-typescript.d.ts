// sequelize-typescript 2: the models of sequelize, with their columns told by decorators.

import { Model as Base, Sequelize as Connection } from 'sequelize';

type Decorate = (...args: any[]) => any;

export class Model<A = any, C = any> extends Base<A, C> {}

export class Sequelize extends Connection {
  addModels(...models: any[]): void;
}

export const Table: Decorate, Default: Decorate, AllowNull: Decorate, AutoIncrement: Decorate, Comment: Decorate;
export const ForeignKey: Decorate, BelongsTo: Decorate, BelongsToMany: Decorate, HasMany: Decorate, HasOne: Decorate;
export const CreatedAt: Decorate, UpdatedAt: Decorate, DeletedAt: Decorate, Scopes: Decorate, DefaultScope: Decorate;
export const BeforeCreate: Decorate, AfterCreate: Decorate, BeforeUpdate: Decorate, AfterUpdate: Decorate;
/**
 * @eos when 0.unique=true unique-column
 * @eos when 0.primaryKey=true unique-column
 */
export function Column(...args: any[]): any;
/** @eos unique-column */
export function PrimaryKey(...args: any[]): any;
/** @eos unique-column */
export function Unique(...args: any[]): any;
export const DataType: any;
