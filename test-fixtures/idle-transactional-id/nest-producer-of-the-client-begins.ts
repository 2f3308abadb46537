import { ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';

export const clients = ClientsModule.register([
  {
    name: 'ORDERS',
    transport: Transport.KAFKA,
    options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'orders-0' } },
  },
]);

export class OrdersService {
  constructor(private readonly client: ClientKafka) {}

  async place(order: { id: string }): Promise<void> {
    const transaction = await this.client.producer.transaction();
    try {
      await transaction.send({ topic: 'orders.placed', messages: [{ key: order.id, value: '{}' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}
