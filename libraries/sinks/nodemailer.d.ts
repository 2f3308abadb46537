// Nodemailer 4 to 10: every `sendMail` is a mail, whatever its `messageId`.

export interface Transporter<T = any, D = any> {
  /** @eos write person non-idempotent */
  sendMail(mail: any): Promise<any>;
  /**
   * @eos write person non-idempotent
   * @eos calls 1 later
   */
  sendMail(mail: any, callback: (error: any, info: any) => void): void;
  verify(callback?: any): Promise<true>;
  use(step: string, plugin: any): this;
  close(): void;
  isIdle(): boolean;
  on(event: string, listener: (...args: any[]) => void): this;
}

export function createTransport(transport?: any, defaults?: any): Transporter;
export function createTestAccount(apiUrl?: any, callback?: any): Promise<any>;
export function getTestMessageUrl(info: any): string | false;
