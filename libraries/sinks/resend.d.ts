// Resend 1 to 6: mail, keyed by a request option.

interface Emails {
  /**
   * @eos write person non-idempotent
   * @eos keyed by=1.idempotencyKey label=idempotencyKey
   * @eos key-slot property=idempotencyKey at=1
   */
  send(payload: any, options?: any): Promise<any>;
  /**
   * @eos write person non-idempotent
   * @eos keyed by=1.idempotencyKey label=idempotencyKey
   * @eos key-slot property=idempotencyKey at=1
   */
  create(payload: any, options?: any): Promise<any>;
  get(id: string): Promise<any>;
}

interface Batch {
  /**
   * @eos write person non-idempotent
   * @eos keyed by=1.idempotencyKey label=idempotencyKey
   * @eos key-slot property=idempotencyKey at=1
   */
  send(payload: any, options?: any): Promise<any>;
}

export class Resend {
  constructor(key?: string, options?: any);
  readonly emails: Emails;
  readonly batch: Batch;
}

export {};
