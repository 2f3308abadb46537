// Elasticsearch, `@elastic/elasticsearch` 7 to 9. A document is known by its id; without one the server invents it.

export class Client {
  constructor(options?: any);
  /**
   * @eos write search non-idempotent resource=0.index
   * @eos keyed by=0.id label=id
   * @eos key-slot property=id at=0
   */
  index<T = any>(params: any, options?: any): Promise<any>;
  /**
   * @eos write search non-idempotent resource=0.index
   * @eos keyed by=0.id label=id
   * @eos key-slot property=id at=0
   */
  create<T = any>(params: any, options?: any): Promise<any>;
  /**
   * @eos when 0.script write search unknown resource=0.index
   * @eos when 0.body.script write search unknown resource=0.index
   * @eos write search idempotent resource=0.index
   */
  update<T = any, P = any>(params: any, options?: any): Promise<any>;
  /** @eos write search idempotent resource=0.index */
  delete(params: any, options?: any): Promise<any>;
  /** @eos write search idempotent resource=0.index */
  deleteByQuery(params: any, options?: any): Promise<any>;
  /** @eos write search unknown resource=0.index */
  updateByQuery(params: any, options?: any): Promise<any>;
  /**
   * Its operations come in pairs, with the id in the first of each.
   * @eos write search unknown resource=0.index
   */
  bulk<T = any, P = any>(params: any, options?: any): Promise<any>;
  /** @eos read search resource=0.index */
  get<T = any>(params: any, options?: any): Promise<any>;
  /** @eos read search resource=0.index */
  exists(params: any, options?: any): Promise<any>;
  /** @eos read search resource=0.index */
  search<T = any, A = any>(params?: any, options?: any): Promise<any>;
  /** @eos read search resource=0.index */
  count(params?: any, options?: any): Promise<any>;
  close(): Promise<void>;
  child(options?: any): Client;
  helpers: {
    /** @eos write search unknown */
    bulk<T = any>(options: any, more?: any): Promise<any>;
    search<T = any>(params: any, options?: any): Promise<any>;
  };
  indices: any;
  cluster: any;
}

export const errors: any;
export const estypes: any;
