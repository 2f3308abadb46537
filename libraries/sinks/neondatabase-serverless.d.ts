// Neon, `@neondatabase/serverless` 0 and 1: PostgreSQL over HTTP, as a template or with what `pg` has.

import type { Pool as PostgresPool } from 'pg';

export interface NeonQueryFunction<A = any, F = any> {
  /** @eos sql text=0 dialect=postgresql connection=any */
  (template: TemplateStringsArray, ...parameters: any[]): Promise<any>;
  transaction(queries: any, options?: any): Promise<any[]>;
}

export function neon<A = any, F = any>(connection: string, options?: any): NeonQueryFunction<A, F>;

export class Pool extends PostgresPool {}
export const neonConfig: any;
