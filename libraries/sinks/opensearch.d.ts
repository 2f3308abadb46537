// OpenSearch, `@opensearch-project/opensearch` 2 and 3. A document with an id is written over; without one, each call is a
// document of its own.

export class Client {
  constructor(options?: any);
  /**
   * @eos write search non-idempotent resource=0.index
   * @eos keyed by=0.id label=id
   * @eos key-slot property=id at=0
   */
  index(params: any, ...more: any[]): Promise<any>;
  /**
   * @eos write search non-idempotent resource=0.index
   * @eos keyed by=0.id label=id
   * @eos key-slot property=id at=0
   */
  create(params: any, ...more: any[]): Promise<any>;
  /**
   * @eos when 0.body.script write search unknown resource=0.index
   * @eos write search idempotent resource=0.index
   */
  update(params: any, ...more: any[]): Promise<any>;
  /** @eos write search idempotent removes resource=0.index */
  delete(params: any, ...more: any[]): Promise<any>;
  /** @eos write search idempotent removes resource=0.index */
  deleteByQuery(params: any, ...more: any[]): Promise<any>;
  /** @eos write search unknown resource=0.index */
  updateByQuery(params: any, ...more: any[]): Promise<any>;
  /**
   * Its operations come in pairs, with the id in the first of each.
   * @eos write search unknown resource=0.index
   */
  bulk(params: any, ...more: any[]): Promise<any>;
  /** @eos read search resource=0.index */
  get(params: any, ...more: any[]): Promise<any>;
  /** @eos read search resource=0.index */
  exists(params: any, ...more: any[]): Promise<any>;
  /** @eos read search resource=0.index */
  search(params?: any, ...more: any[]): Promise<any>;
  /** @eos read search resource=0.index */
  count(params?: any, ...more: any[]): Promise<any>;
  close(...more: any[]): Promise<void>;
  helpers: {
    /** @eos write search unknown */
    bulk(options: any, more?: any): Promise<any>;
  };
  indices: any;
  cluster: any;
}

export const errors: any;
