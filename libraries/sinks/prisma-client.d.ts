// Prisma 4 to 7, before and after `prisma generate`: any model is a delegate of the same meaning.

export interface PrismaPromise<T> extends Promise<T> {}

interface Delegate {
  /** @eos read database resource=this */
  findUnique(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  findUniqueOrThrow(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  findFirst(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  findFirstOrThrow(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  findMany(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  count(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  aggregate(args?: any): PrismaPromise<any>;
  /** @eos read database resource=this */
  groupBy(args?: any): PrismaPromise<any>;
  /** @eos write database non-idempotent resource=this row=0.data */
  create(args: any): PrismaPromise<any>;
  /**
   * @eos when 0.skipDuplicates=true claim database key=0.data resource=this
   * @eos write database non-idempotent resource=this row=0.data
   */
  createMany(args?: any): PrismaPromise<{ count: number }>;
  /**
   * @eos when 0.skipDuplicates=true claim database key=0.data resource=this
   * @eos write database non-idempotent resource=this row=0.data
   */
  createManyAndReturn(args?: any): PrismaPromise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0.update keys=increment,decrement,multiply,divide,push
   */
  upsert(args: any): PrismaPromise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0.data keys=increment,decrement,multiply,divide,push
   * @eos transition where=0.where
   */
  update(args: any): PrismaPromise<any>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0.data keys=increment,decrement,multiply,divide,push
   * @eos transition where=0.where
   */
  updateMany(args: any): PrismaPromise<{ count: number }>;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0.data keys=increment,decrement,multiply,divide,push
   * @eos transition where=0.where
   */
  updateManyAndReturn(args: any): PrismaPromise<any>;
  /** @eos write database idempotent removes resource=this */
  delete(args: any): PrismaPromise<any>;
  /** @eos write database idempotent removes resource=this */
  deleteMany(args?: any): PrismaPromise<{ count: number }>;
}

interface Queries {
  /** @eos sql text=0 dialect=any */
  $queryRaw<T = any>(query: any, ...values: any[]): PrismaPromise<T>;
  /** @eos sql text=0 dialect=any */
  $queryRawUnsafe<T = any>(query: string, ...values: any[]): PrismaPromise<T>;
  /** @eos sql text=0 dialect=any */
  $executeRaw(query: any, ...values: any[]): PrismaPromise<number>;
  /** @eos sql text=0 dialect=any */
  $executeRawUnsafe(query: string, ...values: any[]): PrismaPromise<number>;
}

/** @eos any-connection */
interface Core extends Queries {
  /** @eos db-transaction run=0 */
  $transaction<R>(run: (tx: Prisma.TransactionClient) => Promise<R>, options?: any): Promise<R>;
  /** @eos db-transaction run=0 */
  $transaction(operations: any[], options?: any): Promise<any>;
  $connect(): Promise<void>;
  $disconnect(): Promise<void>;
  $on(event: any, listener: (event: any) => void): PrismaClient;
  /** @eos own-connection */
  $extends(extension: any): PrismaClient;
}

interface Models {
  [model: string]: Delegate;
}

/** @eos any-connection */
export type PrismaClient<A = any, B = any, C = any> = Core & Models;
export const PrismaClient: {
  /** @eos any-connection */
  new <A = any, B = any, C = any>(options?: any): PrismaClient<A, B, C>;
};

export namespace Prisma {
  type TransactionClient = Queries & Models;
  type InputJsonObject = any;
  type InputJsonValue = any;
  type JsonValue = any;
  type Sql = any;

  const sql: (strings: TemplateStringsArray, ...values: any[]) => Sql;
  const raw: (text: string) => Sql;
  const join: (values: any[], separator?: string) => Sql;
  const empty: Sql;
  const JsonNull: any;
  const DbNull: any;
  const TransactionIsolationLevel: any;
  function validator(...args: any[]): any;
  function defineExtension(extension: any): any;

  class PrismaClientKnownRequestError extends Error {
    code: string;
    meta?: any;
  }
  class PrismaClientUnknownRequestError extends Error {}
  class PrismaClientValidationError extends Error {}
  class PrismaClientInitializationError extends Error {}
  class Decimal {
    constructor(value: any);
    toNumber(): number;
    toString(): string;
  }
}

/** What a CommonJS client is to `import pkg from`. */
declare const client: { PrismaClient: typeof PrismaClient; Prisma: typeof Prisma };
export default client;
