import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';
import twilio from 'twilio';

type Kind = 'sms' | 'mail' | 'audit' | 'push';

interface Provider {
  send(to: string, text: string): Promise<boolean>;
}

class SmsProvider implements Provider {
  private readonly client = twilio('sid', 'token');
  async send(to: string, text: string): Promise<boolean> {
    await this.client.messages.create({ to, body: text });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
    return true;
  }
}

// No handler asks for this kind, and one for a kind that nobody registers.
class MailProvider implements Provider {
  private readonly transport = nodemailer.createTransport({ host: 'localhost' });
  async send(to: string, text: string): Promise<boolean> {
    await this.transport.sendMail({ to, text });
    return true;
  }
}

class AuditProvider implements Provider {
  async send(to: string, text: string): Promise<boolean> {
    console.info(to, text);
    return true;
  }
}

class Notifications {
  private readonly providers = new Map<Kind, Provider[]>();

  constructor() {
    this.register('sms', new SmsProvider());
    this.register('mail', new MailProvider());
    this.register('audit', new AuditProvider());
  }

  private register(kind: Kind, provider: Provider): void {
    if (!this.providers.has(kind)) this.providers.set(kind, []);
    this.providers.get(kind)?.push(provider);
  }

  async notify(kind: Kind, to: string, text: string): Promise<boolean> {
    const providers = this.providers.get(kind);
    if (providers === undefined) return false;
    for (const provider of providers) {
      if (await provider.send(to, text)) return true;
    }
    return false;
  }
}

const notifications = new Notifications();
const consumer = new Kafka({ clientId: 'wallets', brokers: ['localhost:9092'] }).consumer({ groupId: 'wallets' });

await consumer.run({
  eachMessage: async ({ message }) => {
    await notifications.notify('sms', String(message.key), 'Welcome');
    await notifications.notify('audit', String(message.key), 'registered');
    await notifications.notify('push', String(message.key), 'Welcome');
  },
});
