import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';

class AppModule {}

export async function bootstrap(): Promise<void> {
  const app = await NestFactory.createMicroservice(AppModule, {
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'catalogue', autoCommit: false },
//                                      ^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
    },
  });
  await app.listen();
}