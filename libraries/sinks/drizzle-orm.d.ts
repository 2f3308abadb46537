// Drizzle ORM 0.2x to 0.4x: expressions. The writes stand in the dialects' stubs.

export interface SQL<T = any> {
  as(alias?: string): any;
  mapWith(decoder: any): SQL<any>;
  append(sql: SQL): this;
}

interface SqlTag {
  /** @eos relative-value text=0 */
  <T = any>(strings: TemplateStringsArray, ...parameters: any[]): SQL<T>;
  /** @eos relative-value text=0 */
  raw(text: string): SQL;
  join(parts: any[], separator?: any): SQL;
  identifier(name: string): any;
  placeholder(name: string): any;
  empty(): SQL;
}

export const sql: SqlTag;

type Operator = (...operands: any[]) => SQL;
export const eq: Operator, ne: Operator, gt: Operator, gte: Operator, lt: Operator, lte: Operator;
export const and: Operator, or: Operator, not: Operator, isNull: Operator, isNotNull: Operator;
export const inArray: Operator, notInArray: Operator, exists: Operator, notExists: Operator, between: Operator;
export const like: Operator, ilike: Operator, asc: Operator, desc: Operator, count: Operator, sum: Operator;
export const relations: (...args: any[]) => any;

export type InferSelectModel<T, C = any> = any;
export type InferInsertModel<T, C = any> = any;

export {};
