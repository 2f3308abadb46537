import { ClientsModule, Transport } from '@nestjs/microservices';

export const clients = ClientsModule.registerAsync([
  { name: 'MAIL', useFactory: () => ({ transport: Transport.RMQ, options: { queue: 'mail', consumer: { autoCommit: false } } }) },
]);
