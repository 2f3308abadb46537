import { Inject, Module } from '@nestjs/common';
import { ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';

export class OrdersService {
  @Inject('ORDERS') private readonly orders!: ClientKafka;
  @Inject('AUDIT') private readonly audit!: ClientKafka;

  async place(order: { id: string }): Promise<void> {
    await this.send(this.orders, 'orders.placed', order.id);
    await this.send(this.audit, 'orders.audited', order.id);
  }

  private async send(client: ClientKafka, topic: string, key: string): Promise<void> {
    const transaction = await client.producer.transaction();
    try {
      await transaction.send({ topic, messages: [{ key, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}

@Module({
  imports: [
    ClientsModule.registerAsync([
      {
        name: 'ORDERS',
        useFactory: () => ({
          transport: Transport.KAFKA,
          options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'orders-0' } },
        }),
      },
      {
        name: 'AUDIT',
        useFactory: () => ({
          transport: Transport.KAFKA,
          options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'audit-0' } },
        }),
      },
    ]),
  ],
  providers: [OrdersService],
})
export class OrdersModule {}
