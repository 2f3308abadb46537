// Slack, incoming webhooks: every send is a message in a channel.

export class IncomingWebhook {
  constructor(url: string, defaults?: any);
  /** @eos write person non-idempotent */
  send(message: any): Promise<any>;
}
