import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';
import { BillingController } from './billing.controller';

class AppModule {
  readonly controllers = [BillingController];
}

const app = await NestFactory.createMicroservice(AppModule, {
  transport: Transport.KAFKA,
  options: { consumer: { groupId: 'billing' }, producer: { transactionalId: 'billing-0' }, run: { autoCommit: false } },
});
await app.listen();