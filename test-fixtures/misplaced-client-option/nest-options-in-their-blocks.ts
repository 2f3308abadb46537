import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';

class AppModule {}

export async function bootstrap(): Promise<void> {
  const app = await NestFactory.createMicroservice(AppModule, {
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'catalogue', readUncommitted: false },
      producer: { idempotent: true },
      run: { autoCommit: true, autoCommitInterval: 5000 },
      send: { acks: -1 },
    },
  });
  await app.listen();
}