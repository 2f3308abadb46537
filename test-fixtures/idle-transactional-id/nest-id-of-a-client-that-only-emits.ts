import { ClientsModule, type ClientKafka, Transport } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

export const clients = ClientsModule.register([
  {
    name: 'ORDERS',
    transport: Transport.KAFKA,
    options: { client: { brokers: ['localhost:9092'] }, producer: { transactionalId: 'orders-0' } },
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
  },
]);

export class OrdersService {
  constructor(private readonly client: ClientKafka) {}

  async place(order: { id: string }): Promise<void> {
    await lastValueFrom(this.client.emit('orders.placed', order));
  }
}
