import { Inject, Module } from '@nestjs/common';
import { ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';

export class OrdersService {
  constructor(@Inject('ORDERS') private readonly orders: ClientKafka) {}

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
}

export const clientsFor = (name: string): unknown =>
  ClientsModule.register([
    {
      name,
      transport: Transport.KAFKA,
      options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: `${name}-0` } },
    },
  ]);

@Module({
  imports: [
    ClientsModule.register([
      {
        name: 'ORDERS',
        transport: Transport.KAFKA,
        options: { client: { brokers: ['localhost:9092'] }, producer: { idempotent: true } },
      },
    ]),
  ],
  providers: [OrdersService],
})
export class OrdersModule {}
