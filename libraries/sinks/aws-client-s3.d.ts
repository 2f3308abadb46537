// AWS SDK 3, S3. An object is known by its key: whether a put is repeatable is the question where that key comes from.

export class S3Client {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class S3 extends S3Client {
  /**
   * @eos write object-store non-idempotent resource=0.Bucket
   * @eos keyed by=0.Key label=Key
   */
  putObject(input: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=0.Bucket
   * @eos keyed by=0.Key label=Key
   */
  copyObject(input: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent resource=0.Bucket */
  deleteObject(input: any, options?: any): Promise<any>;
  /** @eos read object-store resource=0.Key */
  getObject(input: any, options?: any): Promise<any>;
  /** @eos read object-store resource=0.Key */
  headObject(input: any, options?: any): Promise<any>;
}

/**
 * @eos write object-store non-idempotent resource=0.Bucket
 * @eos keyed by=0.Key label=Key
 */
export class PutObjectCommand {}

/**
 * @eos write object-store non-idempotent resource=0.Bucket
 * @eos keyed by=0.Key label=Key
 */
export class CopyObjectCommand {}

/**
 * @eos write object-store non-idempotent resource=0.Bucket
 * @eos keyed by=0.Key label=Key
 */
export class CompleteMultipartUploadCommand {}

/** @eos write object-store idempotent resource=0.Bucket */
export class DeleteObjectCommand {}

/** @eos write object-store idempotent resource=0.Bucket */
export class DeleteObjectsCommand {}

/** @eos read object-store resource=0.Key */
export class GetObjectCommand {}

/** @eos read object-store resource=0.Key */
export class HeadObjectCommand {}

/** @eos read object-store resource=0.Bucket */
export class ListObjectsV2Command {}

export class CreateMultipartUploadCommand {}

export class UploadPartCommand {}

export class S3ServiceException extends Error {}
export class NoSuchKey extends S3ServiceException {}
export class NotFound extends S3ServiceException {}
