import { ClientKafka, ClientProxyFactory, EventPattern, Payload, Transport } from '@nestjs/microservices';

const client: ClientKafka = ClientProxyFactory.create({
  transport: Transport.KAFKA,
  options: { client: { brokers: ['localhost:9092'] }, producer: { idempotent: true } },
});

export class Handler {
  @EventPattern('in')
  async on(@Payload() order: { id: string }): Promise<void> {
    client.emit('out', order);
//  ^^^^^^^^^^^ floating-effect dropped
  }
}
