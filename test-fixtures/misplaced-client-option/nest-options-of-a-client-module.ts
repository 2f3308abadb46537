import { ClientsModule, Transport } from '@nestjs/microservices';

const producer = { acks: -1, idempotent: true };
//                 ^^^^^^^^ misplaced-client-option ignored

export const clients = ClientsModule.register([
  {
    name: 'EVENTS',
    transport: Transport.KAFKA,
    options: { client: { brokers: ['localhost:9092'] }, producer, producerOnlyMode: true },
  },
]);