// Drizzle ORM over pg.
import type { PgDatabase } from 'drizzle-orm/pg-core';

export interface NodePgDatabase<S = any> extends PgDatabase<any, S> {}

export function drizzle<S = any>(...args: any[]): NodePgDatabase<S> & { $client: any };
