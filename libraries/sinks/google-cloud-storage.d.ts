// Google Cloud Storage, `@google-cloud/storage` 5 to 8. An object is known by its name, so what `file` was given is the
// key of what is saved; `ifGenerationMatch: 0` saves it only if there is none.

export class Storage {
  constructor(options?: any);
  /** @eos pure */
  bucket(name: string, options?: any): Bucket;
}

export class Bucket {
  readonly name: string;
  /** @eos pure */
  file(name: string, options?: any): File;
  /**
   * @eos when 1.preconditionOpts.ifGenerationMatch=0 claim object-store key=1.destination resource=this
   * @eos when 1.destination write object-store non-idempotent resource=this
   * @eos write object-store unknown resource=this
   * @eos keyed by=1.destination label=destination
   */
  upload(path: string, options?: any, callback?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=1 label=destination
   */
  combine(sources: any, destination: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  deleteFiles(query?: any): Promise<void>;
  /** @eos read object-store resource=this */
  getFiles(query?: any): Promise<any>;
}

export class File {
  readonly name: string;
  readonly bucket: Bucket;
  /**
   * @eos when 1.preconditionOpts.ifGenerationMatch=0 claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=name
   */
  save(data: any, options?: any, callback?: any): Promise<void>;
  /**
   * @eos when 0.preconditionOpts.ifGenerationMatch=0 claim object-store key=this resource=this
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=this label=name
   */
  createWriteStream(options?: any): any;
  /**
   * @eos write object-store non-idempotent resource=this
   * @eos keyed by=0 label=destination
   */
  copy(destination: any, options?: any, callback?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  move(destination: any, options?: any, callback?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  rename(destination: any, options?: any, callback?: any): Promise<any>;
  /** @eos write object-store idempotent resource=this */
  setMetadata(metadata: any, options?: any, callback?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=this */
  delete(options?: any, callback?: any): Promise<any>;
  /** @eos read object-store resource=this */
  exists(options?: any): Promise<[boolean]>;
  /** @eos read object-store resource=this */
  download(options?: any): Promise<[any]>;
  /** @eos read object-store resource=this */
  getMetadata(options?: any): Promise<any>;
  createReadStream(options?: any): any;
  getSignedUrl(options?: any): Promise<[string]>;
  publicUrl(): string;
  makePublic(): Promise<any>;
}
