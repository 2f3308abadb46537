// preset: strict
import { Inject, Module } from '@nestjs/common';
import { ClientsModule, EventPattern, Payload, type ClientKafka, Transport } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

export class OrdersController {
  constructor(
    @Inject('ORDERS') private readonly orders: ClientKafka,
    @Inject('AUDIT') private readonly audit: ClientKafka,
  ) {}

  @EventPattern('orders')
  async onOrder(@Payload() order: { id: string }): Promise<void> {
    await lastValueFrom(this.orders.emit('orders.placed', order));
  }

  @EventPattern('audits')
  async onAudit(@Payload() order: { id: string }): Promise<void> {
    await lastValueFrom(this.audit.emit('orders.audited', order));
  }
}

@Module({
  imports: [
    ClientsModule.register([
      {
        name: 'ORDERS',
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { idempotent: true } },
      },
    ]),
    ClientsModule.register([
//  ^^^^^^^^^^^^^^^^^^^^^^ non-idempotent-producer plain
      {
        name: 'AUDIT',
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { allowAutoTopicCreation: false } },
      },
    ]),
  ],
  controllers: [OrdersController],
})
export class OrdersModule {}
