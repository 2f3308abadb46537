// NATS 3, keys and values. `create` fails where the key is there.

export class Kvm {
  constructor(connection: any);
  create(name: string, options?: any): Promise<KV>;
  open(name: string, options?: any): Promise<KV>;
}

export interface KV {
  /** @eos claim cache key=0 resource=0 */
  create(key: string, data: any, markerTTL?: string): Promise<number>;
  /** @eos write cache idempotent resource=0 */
  put(key: string, data: any, options?: any): Promise<number>;
  /** @eos write cache idempotent resource=0 */
  update(key: string, data: any, version: number, timeout?: number): Promise<number>;
  /** @eos write cache idempotent removes resource=0 */
  delete(key: string, options?: any): Promise<void>;
  /** @eos write cache idempotent removes resource=0 */
  purge(key: string, options?: any): Promise<void>;
  /** @eos read cache resource=0 */
  get(key: string, options?: any): Promise<any>;
}
