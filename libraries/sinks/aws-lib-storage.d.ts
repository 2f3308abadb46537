// AWS SDK 3, uploads in parts. What is uploaded is said where the upload is made.

/**
 * @eos write object-store non-idempotent resource=0.params.Bucket
 * @eos keyed by=0.params.Key label=Key
 */
export class Upload {
  /** @eos command at=this */
  done(): Promise<any>;
  abort(): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
}
