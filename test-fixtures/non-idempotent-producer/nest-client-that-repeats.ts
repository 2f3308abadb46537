// preset: strict
import { ClientKafka, ClientProxyFactory, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

const client: ClientKafka = ClientProxyFactory.create({
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ non-idempotent-producer plain
  transport: Transport.KAFKA,
  options: { client: { brokers: ['localhost:9092'] }, producer: { allowAutoTopicCreation: false } },
});

export class Handler {
  @EventPattern('in')
  async on(@Payload() order: { id: string }): Promise<void> {
    await lastValueFrom(client.emit('out', order));
  }
}
