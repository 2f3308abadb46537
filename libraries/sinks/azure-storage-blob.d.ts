// Azure Blob Storage, `@azure/storage-blob` 12. A blob is known by its name, so what the container was asked for is the
// key of what is uploaded; `ifNoneMatch: '*'` uploads it only if there is none. An append blob grows.

export class BlobServiceClient {
  constructor(url: string, credential?: any, options?: any);
  static fromConnectionString(connectionString: string, options?: any): BlobServiceClient;
  /** @eos pure */
  getContainerClient(name: string): ContainerClient;
}

export class ContainerClient {
  /** @eos pure */
  constructor(...args: any[]);
  readonly containerName: string;
  /** @eos pure */
  getBlobClient(name: string): BlobClient;
  /** @eos pure */
  getBlockBlobClient(name: string): BlockBlobClient;
  /** @eos pure */
  getAppendBlobClient(name: string): AppendBlobClient;
  /** @eos write object-store idempotent resource=this */
  createIfNotExists(options?: any): Promise<any>;
  /**
   * @eos when 3.conditions.ifNoneMatch=* claim object-store key=0 resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=0 label=blobName
   */
  uploadBlockBlob(name: string, body: any, length: number, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  deleteBlob(name: string, options?: any): Promise<any>;
  /** @eos read object-store resource=this */
  listBlobsFlat(options?: any): AsyncIterable<any>;
}

export class BlobClient {
  /** @eos pure */
  constructor(...args: any[]);
  readonly name: string;
  readonly url: string;
  getBlockBlobClient(): BlockBlobClient;
  getAppendBlobClient(): AppendBlobClient;
  /** @eos read object-store resource=this */
  exists(options?: any): Promise<boolean>;
  /** @eos read object-store resource=this */
  download(...args: any[]): Promise<any>;
  /** @eos read object-store resource=this */
  downloadToBuffer(...args: any[]): Promise<any>;
  /** @eos read object-store resource=this */
  getProperties(options?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  setMetadata(metadata?: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  setHTTPHeaders(headers?: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  delete(options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  deleteIfExists(options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  beginCopyFromURL(source: string, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  syncCopyFromURL(source: string, options?: any): Promise<any>;
  generateSasUrl(options: any): Promise<string>;
}

export class BlockBlobClient extends BlobClient {
  /**
   * @eos when 2.conditions.ifNoneMatch=* claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  upload(body: any, length: number, options?: any): Promise<any>;
  /**
   * @eos when 1.conditions.ifNoneMatch=* claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  uploadData(data: any, options?: any): Promise<any>;
  /**
   * @eos when 1.conditions.ifNoneMatch=* claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  uploadFile(path: string, options?: any): Promise<any>;
  /**
   * @eos when 3.conditions.ifNoneMatch=* claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  uploadStream(stream: any, bufferSize?: number, maxConcurrency?: number, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  syncUploadFromURL(source: string, options?: any): Promise<any>;
  stageBlock(blockId: string, body: any, length: number, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=blobName
   */
  commitBlockList(blocks: string[], options?: any): Promise<any>;
}

export class AppendBlobClient extends BlobClient {
  create(options?: any): Promise<any>;
  createIfNotExists(options?: any): Promise<any>;
  /**
   * @eos when 2.conditions.appendPosition write object-store idempotent resource=this
   * @eos write object-store non-idempotent resource=this
   */
  appendBlock(body: any, length: number, options?: any): Promise<any>;
}

export class RestError extends Error {
  readonly statusCode?: number;
  readonly code?: string;
}
