import { Controller } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { PayoutsService } from './payouts.service';

@Controller()
export class PayoutsController {
  constructor(private readonly payouts: PayoutsService) {}

  @EventPattern('payouts.requested')
  async onRequested(event: { payoutId: string; account: string; cents: number }): Promise<void> {
    await this.payouts.pay(event);
  }
}
