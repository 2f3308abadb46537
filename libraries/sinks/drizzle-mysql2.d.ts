// Drizzle ORM over mysql2.
import type { MySqlDatabase } from 'drizzle-orm/mysql-core';

/** @eos any-connection injected */
export interface MySql2Database<S = any> extends MySqlDatabase<any, S> {}

/** @eos any-connection over=0.client|0 */
export function drizzle<S = any>(...args: any[]): MySql2Database<S> & { $client: any };
