// Drizzle ORM over postgres.js.
import type { PgDatabase } from 'drizzle-orm/pg-core';

export interface PostgresJsDatabase<S = any> extends PgDatabase<any, S> {}

export function drizzle<S = any>(...args: any[]): PostgresJsDatabase<S> & { $client: any };
