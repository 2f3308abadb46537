import { Controller, Logger } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

class Guest {
  id!: string;
}

@Controller()
export class GuestController {
  private readonly logger = new Logger(GuestController.name);

  constructor(@InjectRepository(Guest) private readonly guests: Repository<Guest>) {}

  @EventPattern('guests.arrived')
  async onArrived(@Payload() guest: Guest): Promise<void> {
    try {
      await this.guests.upsert(guest, ['id']);
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      this.logger.error(error);
    }
  }

  // The sender is told of the failure.
  @MessagePattern('guests.leave')
  async onLeave(@Payload() guest: Guest): Promise<boolean> {
    try {
      await this.guests.delete(guest.id);
      return true;
    } catch {
      return false;
    }
  }
}
