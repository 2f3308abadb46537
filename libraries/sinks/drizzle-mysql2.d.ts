// Drizzle ORM over mysql2.
import type { MySqlDatabase } from 'drizzle-orm/mysql-core';

export interface MySql2Database<S = any> extends MySqlDatabase<any, S> {}

export function drizzle<S = any>(...args: any[]): MySql2Database<S> & { $client: any };
