import { ConfigService } from '@nestjs/config';
import { ClientsModule, Transport } from '@nestjs/microservices';

export const clients = ClientsModule.registerAsync({
  isGlobal: true,
  clients: [
    {
      name: 'ORDERS',
      inject: [ConfigService],
      useFactory: async (config: ConfigService) => ({
        transport: Transport.KAFKA,
        options: {
          client: { brokers: [config.getOrThrow('BROKER')] },
          consumer: { groupId: 'orders', readUncommitted: true },
//                                       ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
        },
      }),
    },
  ],
});
