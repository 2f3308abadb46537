import { isCallback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { RedisConnection } from './redis-client.ts';
import { redisCommands } from './redis-commands.ts';
import { constructorIn, packaged } from './requests.ts';

/** The library `ioredis`. */
export function ioredis(process: SimulatedProcess): object {
  const constructor = constructorIn(process, Redis);
  return packaged(constructor, { Redis: constructor, Cluster: constructor });
}

function Redis(process: SimulatedProcess): object {
  return new Client(process);
}

class Client {
  readonly status = 'ready';
  private readonly process: SimulatedProcess;
  private readonly connection: RedisConnection;

  constructor(process: SimulatedProcess) {
    this.process = process;
    this.connection = new RedisConnection(process);
  }

  send(name: string, args: readonly unknown[]): unknown {
    return this.connection.send(name, args);
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  quit(): Promise<string> {
    return Promise.resolve('OK');
  }

  disconnect(): void {
    // The connection is one of memory.
  }

  subscribe(): Promise<number> {
    return Promise.resolve(1);
  }

  duplicate(): object {
    return new Client(this.process);
  }

  on(): this {
    return this;
  }

  once(): this {
    return this;
  }

  multi(): object {
    return chain(this.connection, this.process);
  }

  pipeline(): object {
    return chain(this.connection, this.process);
  }
}

// One function per command for all clients: runs make thousands of those.
for (const name of Object.keys(redisCommands)) {
  Reflect.set(Client.prototype, name, function send(this: Client, ...args: readonly unknown[]): unknown {
    return this.send(name, args);
  });
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
