// preset: strict
import { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';

export class OrdersService {
  constructor(
    private readonly client: ClientKafka,
    private readonly dataSource: DataSource,
  ) {}

  async place(order: { id: string; cents: number }): Promise<void> {
    await this.dataSource.query('INSERT INTO orders (id, cents) VALUES ($1, $2)', [order.id, order.cents]);
    await lastValueFrom(this.client.emit('orders.placed', order));
//                      ^^^^^^^^^^^^^^^^ dual-write beside
  }
}
