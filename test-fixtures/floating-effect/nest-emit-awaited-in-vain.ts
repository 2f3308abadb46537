import { Controller, Inject } from '@nestjs/common';
import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

interface Order {
  readonly id: string;
}

@Controller()
export class Orders {
  constructor(@Inject('EVENTS') private readonly client: ClientKafka) {}

  @EventPattern('orders.placed')
  async onPlaced(@Payload() order: Order): Promise<void> {
    await this.client.emit('orders.accepted', { key: order.id, value: order });
//        ^^^^^^^^^^^^^^^^ floating-effect inVain
  }

  @EventPattern('orders.shipped')
  async onShipped(@Payload() order: Order): Promise<void> {
    try {
      await this.client.emit('orders.closed', { key: order.id, value: order });
//          ^^^^^^^^^^^^^^^^ floating-effect inVain
    } catch (error) {
      console.error('never gets here', error);
    }
  }

  @EventPattern('orders.returned')
  async onReturned(@Payload() order: Order): Promise<void> {
    this.client.emit('orders.refunded', { key: order.id, value: order }).subscribe({ error: console.error });
//  ^^^^^^^^^^^^^^^^ floating-effect dropped
  }

  @EventPattern('orders.cancelled')
  async onCancelled(@Payload() order: Order): Promise<void> {
    await lastValueFrom(this.client.emit('orders.removed', { key: order.id, value: order }));
  }

  @EventPattern('orders.paid')
  async onPaid(@Payload() order: Order): Promise<unknown> {
    return this.client.emit('orders.settled', { key: order.id, value: order });
  }
}
