import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { MailController } from './mail.controller';

@Module({ controllers: [MailController] })
class MailModule {}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(MailModule, {
    transport: Transport.RMQ,
    options: { urls: ['amqp://localhost'], queue: 'mail' },
  });
  await app.listen();
}

void bootstrap();
