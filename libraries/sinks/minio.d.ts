// MinIO, `minio` 8: an object is known by its bucket and its name.

export class Client {
  constructor(options: any);
  /**
   * @eos write object-store non-idempotent resource=0
   * @eos keyed by=1 label=name
   */
  putObject(bucket: string, name: string, data: any, size?: any, metadata?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=0
   * @eos keyed by=1 label=name
   */
  fPutObject(bucket: string, name: string, path: string, metadata?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=0
   * @eos keyed by=1 label=name
   */
  copyObject(bucket: string, name: string, source: any, conditions?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=0 */
  removeObject(bucket: string, name: string, options?: any): Promise<void>;
  /** @eos write object-store idempotent removes resource=0 */
  removeObjects(bucket: string, names: any): Promise<any>;
  /** @eos read object-store resource=0 */
  getObject(bucket: string, name: string, options?: any): Promise<any>;
  /** @eos read object-store resource=0 */
  statObject(bucket: string, name: string, options?: any): Promise<any>;
  presignedGetObject(bucket: string, name: string, expiry?: any): Promise<string>;
  presignedPutObject(bucket: string, name: string, expiry?: number): Promise<string>;
  bucketExists(bucket: string): Promise<boolean>;
  makeBucket(bucket: string, region?: string, options?: any): Promise<void>;
}
