import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';

@Module({})
class MailModule {}

void NestFactory.createMicroservice(MailModule, {
  transport: Transport.RMQ,
  options: { queue: 'mail', consumer: { readUncommitted: true } },
}).then((app) => app.listen());
