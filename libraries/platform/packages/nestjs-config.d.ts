// @nestjs/config: settings of the environment, and what is said for one that is not there.

export class ConfigService<K = any, Checked extends boolean = any> {
  /** @eos env otherwise=1 */
  get<T = any>(name: any, otherwise?: any, options?: any): T;
  /** @eos env */
  getOrThrow<T = any>(name: any, otherwise?: any, options?: any): T;
}
export const ConfigModule: any;
export type ConfigModule = any;
export function registerAs(name: any, factory: any): any;
export type ConfigType<T> = any;
export type ConfigModuleOptions = any;
export type ConfigFactory = any;
