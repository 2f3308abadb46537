import { isList } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { protocolOptions, RedisConnection } from './redis-client.ts';
import { redisCommands } from './redis-commands.ts';
import { packaged } from './requests.ts';

const names: readonly (readonly [camelCase: string, name: string])[] = Object.keys(redisCommands).flatMap((name) => [
  [name, name],
  [name.toUpperCase(), name],
]);

/** node-redis spells commands in camel case, of which the parts are known by the command's own. */
const camelCase: readonly (readonly [string, string])[] = [
  ...names,
  ['setNX', 'setnx'],
  ['setEx', 'setex'],
  ['pSetEx', 'psetex'],
  ['hSetNX', 'hsetnx'],
  ['sAdd', 'sadd'],
  ['sIsMember', 'sismember'],
  ['sMembers', 'smembers'],
  ['sRem', 'srem'],
  ['hGet', 'hget'],
  ['hSet', 'hset'],
  ['hGetAll', 'hgetall'],
  ['hExists', 'hexists'],
  ['hDel', 'hdel'],
  ['hIncrBy', 'hincrby'],
  ['incrBy', 'incrby'],
  ['decrBy', 'decrby'],
  ['lPush', 'lpush'],
  ['rPush', 'rpush'],
  ['lRange', 'lrange'],
  ['pExpire', 'pexpire'],
  ['getSet', 'getset'],
  ['mGet', 'mget'],
  ['mSet', 'mset'],
  ['xAdd', 'xadd'],
];

/** The library `redis`. */
export function nodeRedis(process: SimulatedProcess): object {
  const createClient = (): object => {
    const connection = new RedisConnection(process);
    const client: Record<string, unknown> = {
      isOpen: true,
      isReady: true,
      connect: () => Promise.resolve(client),
      quit: () => Promise.resolve('OK'),
      close: () => Promise.resolve(),
      disconnect: () => Promise.resolve(),
      destroy: () => undefined,
      duplicate: () => createClient(),
      on: () => client,
      multi: () => chain(connection),
    };
    for (const [spelling, name] of camelCase) {
      client[spelling] = (...args: readonly unknown[]) => connection.send(name, withProtocolOptions(name, args));
    }
    return client;
  };
  return packaged({ createClient, createCluster: createClient });
}

function chain(connection: RedisConnection): object {
  const prepared: NonNullable<ReturnType<RedisConnection['prepare']>>[] = [];
  const chained: Record<string, unknown> = { exec: () => connection.sendAll(prepared) };
  for (const [spelling, name] of camelCase) {
    chained[spelling] = (...args: readonly unknown[]) => {
      const command = connection.prepare(name, withProtocolOptions(name, args));
      if (command) prepared.push(command);
      return chained;
    };
  }
  return chained;
}

function withProtocolOptions(name: string, args: readonly unknown[]): readonly unknown[] {
  const [key, value, options] = args;
  const given = name === 'set' && typeof options === 'object' && !isList(options);
  return given ? [key, value, ...protocolOptions(options)] : args;
}
