import { isCallback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { RedisConnection } from './redis-client.ts';
import { redisCommands } from './redis-commands.ts';
import { packaged } from './requests.ts';

/** The library `ioredis`. */
export function ioredis(process: SimulatedProcess): object {
  function Redis(): object {
    const connection = new RedisConnection(process);
    const client: Record<string, unknown> = {
      status: 'ready',
      connect: () => Promise.resolve(),
      quit: () => Promise.resolve('OK'),
      disconnect: () => undefined,
      duplicate: () => Redis(),
      on: () => client,
      once: () => client,
      subscribe: () => Promise.resolve(1),
      multi: () => chain(connection, process),
      pipeline: () => chain(connection, process),
    };
    for (const name of Object.keys(redisCommands)) {
      client[name] = (...args: readonly unknown[]) => connection.send(name, args);
    }
    return client;
  }
  return packaged(Redis, { Redis, Cluster: Redis });
}

/** Commands that wait for `exec`, which answers with a pair of error and reply for each. */
function chain(connection: RedisConnection, process: SimulatedProcess): object {
  const prepared: NonNullable<ReturnType<RedisConnection['prepare']>>[] = [];
  const chained: Record<string, unknown> = {
    exec: async (callback?: unknown) => {
      const replies = await connection.sendAll(prepared);
      const pairs = replies.map((reply) => [null, reply]);
      if (isCallback(callback)) callback(null, pairs);
      return pairs;
    },
  };
  for (const name of Object.keys(redisCommands)) {
    chained[name] = (...args: readonly unknown[]) => {
      const command = process.dead ? undefined : connection.prepare(name, args);
      if (command) prepared.push(command);
      return chained;
    };
  }
  return chained;
}
