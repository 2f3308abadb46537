// SendGrid, `@sendgrid/mail` 6 to 8.

declare const mail: MailService;

interface MailService {
  setApiKey(key: string): void;
  setClient(client: any): void;
  setTimeout(timeout: number): void;
  setSubstitutionWrappers(left: string, right: string): void;
  /** @eos write person non-idempotent */
  send(data: any, isMultiple?: any, callback?: any): Promise<[any, {}]>;
  /** @eos write person non-idempotent */
  sendMultiple(data: any, callback?: any): Promise<[any, {}]>;
}

export = mail;
