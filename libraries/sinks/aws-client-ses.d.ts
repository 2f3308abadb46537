// AWS SDK 3, SES: every send is a mail.

export class SESClient {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class SES extends SESClient {
  /** @eos write person non-idempotent */
  sendEmail(input: any, options?: any): Promise<any>;
  /** @eos write person non-idempotent */
  sendRawEmail(input: any, options?: any): Promise<any>;
  /** @eos write person non-idempotent */
  sendTemplatedEmail(input: any, options?: any): Promise<any>;
}

/** @eos write person non-idempotent */
export class SendEmailCommand {}

/** @eos write person non-idempotent */
export class SendRawEmailCommand {}

/** @eos write person non-idempotent */
export class SendTemplatedEmailCommand {}

/** @eos write person non-idempotent */
export class SendBulkTemplatedEmailCommand {}
