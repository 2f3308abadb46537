import { Ctx, EventPattern, KafkaContext } from '@nestjs/microservices';
import { PrismaClient } from '@prisma/client';

export class CoinsController {
  constructor(private readonly prisma: PrismaClient) {}

  @EventPattern('coins')
  async onCoin(@Ctx() context: KafkaContext): Promise<void> {
    const message = context.getMessage();
    await this.prisma.$transaction(async (tx) => {
      const { count } = await tx.inbox.createMany({ data: [{ id: String(message.key) }], skipDuplicates: true });
      if (count === 1) await tx.wallet.update({ where: { id: String(message.value) }, data: { cents: { increment: 1 } } });
    });
  }
}
