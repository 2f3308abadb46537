import type { SimulatedProcess } from '../world/simulated-process.ts';

/** `@nestjs/config`: nobody sets anything but the environment of the program. */
export function nestConfig(process: SimulatedProcess): object {
  const { env } = process.world.settings;
  class ConfigService {
    get(name: string, otherwise?: unknown): unknown {
      return env[name] ?? otherwise;
    }

    getOrThrow(name: string): unknown {
      return env[name];
    }
  }
  return { ConfigService };
}
