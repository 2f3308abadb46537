// Postmark 3 and 4: mail. It takes no key for a message.

export class ServerClient {
  constructor(token: string, options?: any);
  /**
   * @eos write person non-idempotent
   * @eos calls 1 later
   */
  sendEmail(message: any, callback?: any): Promise<any>;
  /**
   * @eos write person non-idempotent
   * @eos calls 1 later
   */
  sendEmailBatch(messages: any[], callback?: any): Promise<any>;
  /**
   * @eos write person non-idempotent
   * @eos calls 1 later
   */
  sendEmailWithTemplate(message: any, callback?: any): Promise<any>;
  /**
   * @eos write person non-idempotent
   * @eos calls 1 later
   */
  sendEmailBatchWithTemplates(messages: any[], callback?: any): Promise<any>;
}
