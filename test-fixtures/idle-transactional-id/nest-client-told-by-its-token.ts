import { Inject, Module } from '@nestjs/common';
import { ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

const AUDIT = Symbol('audit');

export class OrdersService {
  constructor(
    @Inject('ORDERS') private readonly orders: ClientKafka,
    @Inject(AUDIT) private readonly audit: ClientKafka,
  ) {}

  async place(order: { id: string }): Promise<void> {
    const transaction = await this.orders.producer.transaction();
    try {
      await transaction.send({ topic: 'orders.placed', messages: [{ key: order.id, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
    await lastValueFrom(this.audit.emit('orders.audited', order));
  }
}

@Module({
  imports: [
    ClientsModule.register([
      {
        name: 'ORDERS',
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'orders-0' } },
      },
      {
        name: AUDIT,
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'audit-0' } },
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
      },
    ]),
  ],
  providers: [OrdersService],
})
export class OrdersModule {}
