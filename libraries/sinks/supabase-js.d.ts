// Supabase, `@supabase/supabase-js` 2. A builder runs when it is awaited; what it does is said by the step that writes.
// Where it fails, it says so and throws nothing.

export function createClient<D = any>(url: string, key: string, options?: any): SupabaseClient<D>;

export class SupabaseClient<D = any, S = any, T = any> {
  constructor(url: string, key: string, options?: any);
  from(table: string): QueryBuilder;
  schema(name: string): { from(table: string): QueryBuilder };
  /** @eos write database unknown resource=0 */
  rpc(name: string, args?: any, options?: any): Builder;
  readonly storage: { from(bucket: string): StorageFileApi };
  readonly functions: Functions;
  readonly auth: Auth;
}

/** What is chained behind a step: filters, and which rows come back. */
interface Builder extends Promise<any> {
  select(columns?: string, options?: any): this;
  single(): this;
  maybeSingle(): this;
  /** @eos refine throwing */
  throwOnError(): this;
  eq(column: string, value: any): this;
  neq(column: string, value: any): this;
  gt(column: string, value: any): this;
  gte(column: string, value: any): this;
  lt(column: string, value: any): this;
  lte(column: string, value: any): this;
  like(column: string, value: any): this;
  ilike(column: string, value: any): this;
  is(column: string, value: any): this;
  in(column: string, values: any): this;
  contains(column: string, value: any): this;
  match(query: any): this;
  not(column: string, operator: string, value: any): this;
  or(filters: string, options?: any): this;
  filter(column: string, operator: string, value: any): this;
  order(column: string, options?: any): this;
  limit(count: number, options?: any): this;
  range(from: number, to: number, options?: any): this;
}

interface QueryBuilder {
  /** @eos write database non-idempotent silent resource=this row=0 */
  insert(values: any, options?: any): Builder;
  /**
   * @eos when 1.ignoreDuplicates=true claim database key=0 resource=this
   * @eos write database idempotent resource=this
   */
  upsert(values: any, options?: any): Builder;
  /**
   * @eos write database idempotent changes resource=this
   * @eos sets in=0
   */
  update(values: any, options?: any): Builder;
  /** @eos write database idempotent removes resource=this */
  delete(options?: any): Builder;
  /** @eos read database silent resource=this */
  select(columns?: string, options?: any): Builder;
}

interface StorageFileApi {
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=0 label=path
   */
  upload(path: string, body: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=0 label=path
   */
  uploadToSignedUrl(path: string, token: string, body: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=0 label=path
   */
  update(path: string, body: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=1 label=toPath
   */
  copy(from: string, to: string, options?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  move(from: string, to: string, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  remove(paths: string[]): Promise<any>;
  /** @eos read object-store resource=this */
  download(path: string, options?: any): Promise<any>;
  /** @eos read object-store resource=this */
  list(path?: string, options?: any, parameters?: any): Promise<any>;
  createSignedUrl(path: string, seconds: number, options?: any): Promise<any>;
  getPublicUrl(path: string, options?: any): any;
}

interface Functions {
  /**
   * @eos when 1.method=GET read http resource=0
   * @eos when 1.method=PUT,DELETE write http idempotent resource=0
   * @eos write http non-idempotent resource=0
   */
  invoke(name: string, options?: any): Promise<any>;
}

interface Auth {
  /** @eos write person non-idempotent */
  signInWithOtp(credentials: any): Promise<any>;
  /** @eos write person non-idempotent */
  resetPasswordForEmail(email: string, options?: any): Promise<any>;
  readonly admin: {
    /** @eos write person non-idempotent */
    inviteUserByEmail(email: string, options?: any): Promise<any>;
    /** @eos write database unknown */
    createUser(attributes: any): Promise<any>;
    /** @eos write database idempotent */
    updateUserById(id: string, attributes: any): Promise<any>;
    /** @eos write database idempotent removes */
    deleteUser(id: string, soft?: boolean): Promise<any>;
  };
}

export {};
