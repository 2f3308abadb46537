import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import nodemailer from 'nodemailer';

@Controller()
export class MailController {
  private readonly sent = new Set<string>();
  private readonly mailer = nodemailer.createTransport('smtp://localhost');

  @EventPattern('mail.requested')
  async onRequested(@Payload() mail: { id: string; to: string }): Promise<void> {
    if (this.sent.has(mail.id)) return;
    this.sent.add(mail.id);
    await this.mailer.sendMail({ to: mail.to, subject: 'Hello' });
  }
}
