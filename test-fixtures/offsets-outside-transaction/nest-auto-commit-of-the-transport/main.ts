import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MicroserviceOptions, Transport } from '@nestjs/microservices';
import { OrdersController } from './orders.controller';

@Module({ controllers: [OrdersController] })
class OrdersModule {}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(OrdersModule);
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'orders' },
      producer: { transactionalId: `orders-${process.env.POD_NAME}`, maxInFlightRequests: 1 },
      run: { autoCommit: true },
//           ^^^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
    },
  });
  await app.startAllMicroservices();
  await app.listen(3000);
}

void bootstrap();
