import { Catch, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

@Catch()
export class QuietFilter {
  async catch(): Promise<void> {
    return;
  }
}

export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}

@Module({
  controllers: [BoatsController],
  providers: [{ provide: APP_FILTER, useClass: QuietFilter }],
})
export class BoatsModule {}

export async function start(): Promise<void> {
  const app = await NestFactory.create(BoatsModule);
  app.connectMicroservice({
    transport: Transport.KAFKA,
    options: { client: { brokers: ['localhost:9092'] }, consumer: { groupId: 'boats' } },
  });
  await app.startAllMicroservices();
}
