// SendGrid, `@sendgrid/mail` 6 to 8.

declare class MailService {
  setApiKey(key: string): void;
  setClient(client: any): void;
  setTimeout(timeout: number): void;
  setSubstitutionWrappers(left: string, right: string): void;
  /** @eos write person non-idempotent */
  send(data: any, isMultiple?: any, callback?: any): Promise<[any, {}]>;
  /** @eos write person non-idempotent */
  sendMultiple(data: any, callback?: any): Promise<[any, {}]>;
}

type Service = MailService;

/** The module is an instance, ready to be given its key. */
declare const mail: MailService & { MailService: typeof MailService };

declare namespace mail {
  type MailService = Service;
}

export = mail;
