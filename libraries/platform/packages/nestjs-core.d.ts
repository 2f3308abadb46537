// @nestjs/core: what starts an application, and says where the messages of its handlers come from.

import type { AsyncMicroserviceOptions, MicroserviceOptions } from '@nestjs/microservices';

interface Microservice {
  listen(): Promise<any>;
  close(): Promise<void>;
  /** @eos filters at=* */
  useGlobalFilters(...filters: any[]): this;
}

interface Application {
  /** @eos filters at=* */
  useGlobalFilters(...filters: any[]): this;
  /**
   * @eos when 1.inheritAppConfig=true global-providers
   * @eos when 0.transport=6 create-consumer decorated options=0.options suffix=-server of=@nestjs/microservices
   * @eos when 0.options.producer create-producer options=0.options
   * @eos when 0.transport=6 settings options at=0.options of=@nestjs/microservices
   * @eos when 0.transport=0,1,2,3,4,5 other-source
   * @eos when 0.strategy other-source
   */
  connectMicroservice<T = any>(options: MicroserviceOptions, hybrid?: any): Microservice;
  startAllMicroservices(): Promise<this>;
  listen(...where: any[]): Promise<any>;
  close(): Promise<void>;
}

interface Factory {
  create<T = any>(module: any, ...options: any[]): Promise<Application>;
  /**
   * @eos global-providers
   * @eos when 1.transport=6 create-consumer decorated options=1.options suffix=-server of=@nestjs/microservices
   * @eos when 1.options.producer create-producer options=1.options
   * @eos when 1.transport=6 settings options at=1.options of=@nestjs/microservices
   * @eos when 1.transport=0,1,2,3,4,5 other-source
   * @eos when 1.strategy other-source
   * @eos when !1 other-source
   */
  createMicroservice<T = any>(module: any, options?: MicroserviceOptions): Promise<Microservice>;
  /**
   * @eos global-providers
   * @eos when 1.useFactory.().transport=6 create-consumer decorated options=1.useFactory.().options suffix=-server of=@nestjs/microservices
   * @eos when 1.useFactory.().options.producer create-producer options=1.useFactory.().options
   * @eos when 1.useFactory.().transport=6 settings options at=1.useFactory.().options of=@nestjs/microservices
   * @eos when 1.useFactory.().transport=0,1,2,3,4,5 other-source
   */
  createMicroservice<T = any>(module: any, options: AsyncMicroserviceOptions): Promise<Microservice>;
  createApplicationContext(module: any, options?: any): Promise<any>;
}

export const NestFactory: Factory;

/** @eos filter-token */
export const APP_FILTER: string;

export {};
