// preset: strict
import { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';

export class OrdersService {
  constructor(
    private readonly client: ClientKafka,
    private readonly dataSource: DataSource,
  ) {}

  async remind(id: string): Promise<void> {
    const [order] = await this.dataSource.query('SELECT cents FROM orders WHERE id = $1', [id]);
    await lastValueFrom(this.client.emit('orders.due', order));
  }
}
