import { Inject, Module } from '@nestjs/common';
import { ClientProxyFactory, ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';

export class OrdersService {
  constructor(
    @Inject('ORDERS') private readonly orders: ClientKafka,
    @Inject('AUDIT') private readonly audit: ClientKafka,
    @Inject('BILLS') private readonly bills: ClientKafka,
  ) {}

  async place(order: { id: string }): Promise<void> {
    const transaction = await this.orders.producer.transaction();
    try {
      await transaction.send({ topic: 'orders', messages: [{ key: order.id, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }

  async audited(order: { id: string }): Promise<void> {
    const transaction = await this.audit.producer.transaction();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api noTransactionalId
    try {
      await transaction.send({ topic: 'orders', messages: [{ key: order.id, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }

  async billed(order: { id: string }): Promise<void> {
    const transaction = await this.bills.producer.transaction();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api noTransactionalId
    try {
      await transaction.send({ topic: 'orders', messages: [{ key: order.id, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
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
        name: 'AUDIT',
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { idempotent: true } },
      },
    ]),
  ],
  providers: [
    OrdersService,
    {
      provide: 'BILLS',
      useFactory: () =>
        ClientProxyFactory.create({
          transport: Transport.KAFKA,
          options: { client: { brokers: ['localhost:9092'] }, producer: { idempotent: true } },
        }),
    },
  ],
})
export class OrdersModule {}
