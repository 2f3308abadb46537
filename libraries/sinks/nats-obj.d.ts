// NATS 3, objects, known by their names.

export class Objm {
  constructor(connection: any);
  create(name: string, options?: any): Promise<ObjectStore>;
  open(name: string, check?: any): Promise<ObjectStore>;
}

export interface ObjectStore {
  /**
   * @eos write object-store non-idempotent resource=0.name
   * @eos keyed by=0.name label=name
   */
  put(meta: any, data: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=0.name
   * @eos keyed by=0.name label=name
   */
  putBlob(meta: any, data: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=0 */
  delete(name: string): Promise<any>;
  /** @eos read object-store resource=0 */
  get(name: string): Promise<any>;
  /** @eos read object-store resource=0 */
  info(name: string): Promise<any>;
}
