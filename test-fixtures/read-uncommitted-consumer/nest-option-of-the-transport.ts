import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';

@Controller()
class StatusController {
  @EventPattern('status.changed')
  onChanged(@Payload() status: { id: string }): void {
    console.info(status.id);
  }
}

@Module({ controllers: [StatusController] })
class StatusModule {}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.createMicroservice(StatusModule, {
    transport: Transport.KAFKA,
    options: {
      client: { brokers: ['localhost:9092'] },
      consumer: { groupId: 'status', readUncommitted: true },
//                                   ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
    },
  });
  await app.listen();
}

void bootstrap();
