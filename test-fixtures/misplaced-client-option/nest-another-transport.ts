import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';
import { Kafka } from 'kafkajs';

class AppModule {}

export const kafka = new Kafka({ brokers: ['localhost:9092'] });

export async function bootstrap(): Promise<void> {
  const options = { urls: ['amqp://localhost'], queue: 'orders', noAcks: true, transactional: true };
  const app = await NestFactory.createMicroservice(AppModule, { transport: Transport.RMQ, options });
  await app.listen();
}
