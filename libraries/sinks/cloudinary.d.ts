// Cloudinary 1 and 2. An upload under a public id replaces what was there; without one it is another asset.

interface Uploader {
  /**
   * @eos write object-store non-idempotent
   * @eos keyed by=1.public_id label=public_id
   * @eos calls 2 later
   */
  upload(file: any, options?: any, callback?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent
   * @eos keyed by=1.public_id label=public_id
   * @eos calls 2 later
   */
  upload_large(file: any, options?: any, callback?: any): Promise<any>;
  /** @eos write object-store idempotent resource=0 */
  destroy(publicId: string, options?: any, callback?: any): Promise<any>;
  upload_stream(options?: any, callback?: any): any;
}

export namespace v2 {
  function config(...args: any[]): any;
  function url(...args: any[]): string;
  const uploader: Uploader;
  const api: any;
  const utils: any;
}
