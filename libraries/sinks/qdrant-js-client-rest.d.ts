// Qdrant, `@qdrant/js-client-rest` 1: a point is known by the id that it is given.

export class QdrantClient {
  constructor(options?: any);
  /** @eos write search idempotent resource=0 */
  upsert(collection: string, points: any): Promise<any>;
  /** @eos write search idempotent resource=0 */
  setPayload(collection: string, payload: any): Promise<any>;
  /** @eos write search idempotent resource=0 */
  overwritePayload(collection: string, payload: any): Promise<any>;
  /** @eos write search idempotent resource=0 */
  delete(collection: string, points: any): Promise<any>;
  /** @eos write search idempotent resource=0 */
  deletePayload(collection: string, payload: any): Promise<any>;
  /** @eos write search idempotent resource=0 */
  updateVectors(collection: string, points: any): Promise<any>;
  /** @eos read search resource=0 */
  retrieve(collection: string, query: any): Promise<any>;
  /** @eos read search resource=0 */
  query(collection: string, query: any): Promise<any>;
  /** @eos read search resource=0 */
  scroll(collection: string, query?: any): Promise<any>;
  getCollection(collection: string): Promise<any>;
  getCollections(): Promise<any>;
  createCollection(collection: string, options?: any): Promise<any>;
}
