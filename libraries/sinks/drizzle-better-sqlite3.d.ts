// Drizzle ORM over better-sqlite3.
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

export interface BetterSQLite3Database<S = any> extends BaseSQLiteDatabase<'sync', any, S> {}

export function drizzle<S = any>(...args: any[]): BetterSQLite3Database<S> & { $client: any };
