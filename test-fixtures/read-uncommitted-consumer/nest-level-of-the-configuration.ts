import { ConfigService } from '@nestjs/config';
import { ClientsModule, Transport } from '@nestjs/microservices';

export const clients = ClientsModule.registerAsync([
  {
    name: 'ORDERS',
    inject: [ConfigService],
    useFactory: (config: ConfigService) => ({
      transport: Transport.KAFKA,
      options: { consumer: { groupId: 'orders', readUncommitted: config.get('UNCOMMITTED') } },
    }),
  },
]);
