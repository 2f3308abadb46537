import { ClientsModule, Transport } from '@nestjs/microservices';

const options = () => ({
  transport: Transport.KAFKA,
  options: { consumer: { groupId: 'orders', autoCommit: false } },
//                                          ^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
});

export const clients = ClientsModule.registerAsync([{ name: 'ORDERS', useFactory: options }]);
