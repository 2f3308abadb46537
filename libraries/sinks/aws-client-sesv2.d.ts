// AWS SDK 3, SES 2: every send is a mail.

export class SESv2Client {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class SESv2 extends SESv2Client {
  /** @eos write person non-idempotent */
  sendEmail(input: any, options?: any): Promise<any>;
  /** @eos write person non-idempotent */
  sendBulkEmail(input: any, options?: any): Promise<any>;
}

/** @eos write person non-idempotent */
export class SendEmailCommand {}

/** @eos write person non-idempotent */
export class SendBulkEmailCommand {}
