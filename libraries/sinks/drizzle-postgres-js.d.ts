// Drizzle ORM over postgres.js.
import type { PgDatabase } from 'drizzle-orm/pg-core';

/** @eos any-connection injected */
export interface PostgresJsDatabase<S = any> extends PgDatabase<any, S> {}

/** @eos any-connection over=0.client|0 */
export function drizzle<S = any>(...args: any[]): PostgresJsDatabase<S> & { $client: any };
