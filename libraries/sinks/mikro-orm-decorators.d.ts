// MikroORM: what decorators say of an entity. Up to 6 the core has them, from 7 on a package of their own.

type Decorator = (...target: any[]) => any;
type Decorate = (...args: any[]) => Decorator;

export const Entity: Decorate, Index: Decorate, Enum: Decorate, Formula: Decorate, Embedded: Decorate;
export const OneToMany: Decorate, ManyToMany: Decorate;
/** @eos db-transaction decorated */
export function Transactional(options?: any): Decorator;
/** @eos unique-column */
export function PrimaryKey(...args: any[]): Decorator;
/** @eos when 0.unique=true unique-column */
export function Property(...args: any[]): Decorator;
/** @eos when 0.unique=true unique-column */
export function ManyToOne(...args: any[]): Decorator;
/** @eos when 0.unique=true unique-column */
export function OneToOne(...args: any[]): Decorator;
/**
 * On a class; on a property without properties of its own.
 * @eos when 0.properties unique-columns at=0.properties
 * @eos when !0.properties unique-column
 */
export function Unique(...args: any[]): Decorator;
export {};
