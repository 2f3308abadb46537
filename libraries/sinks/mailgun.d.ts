// Mailgun, `mailgun.js` 5 to 14.

interface Client {
  messages: {
    /** @eos write person non-idempotent resource=0 */
    create(domain: string, data: any): Promise<any>;
  };
  domains: any;
  events: any;
}

declare class Mailgun {
  constructor(formData: any);
  client(options: any): Client;
  static default: typeof Mailgun;
}

export = Mailgun;
