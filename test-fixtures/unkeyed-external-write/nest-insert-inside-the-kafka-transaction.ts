import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

class Booking {
  room!: string;
  guest!: string;
}

@Controller()
export class BookingsController {
  constructor(@InjectRepository(Booking) private readonly bookings: Repository<Booking>) {}

  @EventPattern('rooms.requested')
  async onRequested(@Payload() request: Booking, @Ctx() context: KafkaContext): Promise<void> {
    const transaction = await context.getProducer().transaction();
    try {
      await transaction.send({ topic: 'rooms.booked', messages: [{ key: request.room, value: request.guest }] });
      await this.bookings.insert(request);
//          ^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write inTransaction
      await transaction.sendOffsets({
        consumerGroupId: 'rooms-server',
        topics: [
          {
            topic: context.getTopic(),
            partitions: [{ partition: context.getPartition(), offset: String(BigInt(context.getMessage().offset) + 1n) }],
          },
        ],
      });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}
