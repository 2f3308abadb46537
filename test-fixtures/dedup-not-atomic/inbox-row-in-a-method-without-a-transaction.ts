import { EventPattern, Payload } from '@nestjs/microservices';
import { Column, Entity, PrimaryColumn, Repository } from 'typeorm';

@Entity()
export class Handled {
  @PrimaryColumn() event!: string;
}

@Entity()
export class Stock {
  @PrimaryColumn() sku!: string;
  @Column() left!: number;
}

export class StockService {
  constructor(
    private readonly handled: Repository<Handled>,
    private readonly stock: Repository<Stock>,
  ) {}

  async take(event: string, sku: string): Promise<void> {
    if (await this.handled.exists({ where: { event } })) return;
    await this.stock.decrement({ sku }, 'left', 1);
    await this.handled.insert({ event });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  }
}

export class StockController {
  constructor(private readonly stock: StockService) {}

  @EventPattern('orders')
  async onOrder(@Payload() order: { id: string; sku: string }): Promise<void> {
    await this.stock.take(order.id, order.sku);
  }
}
