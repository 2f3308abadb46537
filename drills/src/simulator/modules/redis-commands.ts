import type { RedisServer } from '../sinks/redis-server.ts';
import type { PointKind } from '../world/operation.ts';

/** What a command does to the end state. `claim` adds its key if it is absent; a claim that fails changes nothing. */
type CommandKind = 'read' | 'once' | 'again' | 'claim';

export interface RedisCommand {
  readonly kind: CommandKind;
  readonly queue?: true;
  /** The reply; undefined from a claim means that the key was there. */
  readonly run: (server: RedisServer, args: readonly string[]) => RedisReply;
}

export type RedisReply = string | number | null | readonly (string | null)[] | Readonly<Record<string, string>>;

const at = (args: readonly string[], index: number): string => args[index] ?? '';
const amount = (args: readonly string[], index: number): number => Number(args[index] ?? 1);

function sum(sign: 1 | -1): RedisCommand['run'] {
  return (server, args) => server.increment(at(args, 0), sign * amount(args, 1));
}

function setExpiring(unit: number): RedisCommand['run'] {
  return (server, args) => {
    server.set(at(args, 0), at(args, 2));
    server.expire(at(args, 0), amount(args, 1) / unit);
    return 'OK';
  };
}

/** `unit`: how many of it are a second; undefined for a moment instead of a time. */
function expire(unit?: number): RedisCommand {
  const seconds = (args: readonly string[]): number => (unit === undefined ? 0 : amount(args, 1) / unit);
  return { kind: 'once', run: (server, args) => (server.expire(at(args, 0), seconds(args)) ? 1 : 0) };
}

const remove: RedisCommand = {
  kind: 'once',
  run: (server, args) => args.filter((key) => server.delete(key)).length,
};

/** By name in lower case. */
export const redisCommands: Readonly<Record<string, RedisCommand>> = {
  get: { kind: 'read', run: (server, args) => server.get(at(args, 0)) },
  mget: { kind: 'read', run: (server, args) => args.map((key) => server.get(key)) },
  exists: { kind: 'read', run: (server, args) => args.filter((key) => server.has(key)).length },
  hget: { kind: 'read', run: (server, args) => server.fields(at(args, 0)).get(at(args, 1)) ?? null },
  hexists: { kind: 'read', run: (server, args) => (server.fields(at(args, 0)).has(at(args, 1)) ? 1 : 0) },
  hgetall: { kind: 'read', run: (server, args) => Object.fromEntries(server.fields(at(args, 0))) },
  sismember: { kind: 'read', run: (server, args) => (server.members(at(args, 0)).has(at(args, 1)) ? 1 : 0) },
  smembers: { kind: 'read', run: (server, args) => [...server.members(at(args, 0))] },
  lrange: { kind: 'read', run: (server, args) => server.elements(at(args, 0)) },
  set: { kind: 'once', run: setPlain },
  setnx: { kind: 'claim', run: (server, args) => claimKey(server, at(args, 0), at(args, 1)) },
  setex: { kind: 'once', run: setExpiring(1) },
  psetex: { kind: 'once', run: setExpiring(1000) },
  hsetnx: { kind: 'claim', run: claimField },
  sadd: { kind: 'claim', run: addMembers },
  zadd: { kind: 'once', run: addMembers },
  expire: expire(1),
  pexpire: expire(1000),
  expireat: expire(),
  pexpireat: expire(),
  persist: { kind: 'once', run: (server, args) => (server.persist(at(args, 0)) ? 1 : 0) },
  getset: { kind: 'once', run: getAndSet },
  mset: { kind: 'once', run: setMany },
  del: remove,
  unlink: remove,
  hset: { kind: 'once', run: setFields },
  hmset: { kind: 'once', run: setFields },
  hdel: { kind: 'once', run: (server, args) => (server.fields(at(args, 0)).delete(at(args, 1)) ? 1 : 0) },
  srem: { kind: 'once', run: (server, args) => (server.members(at(args, 0)).delete(at(args, 1)) ? 1 : 0) },
  incr: { kind: 'again', run: (server, args) => server.increment(at(args, 0), 1) },
  decr: { kind: 'again', run: (server, args) => server.increment(at(args, 0), -1) },
  incrby: { kind: 'again', run: sum(1) },
  incrbyfloat: { kind: 'again', run: sum(1) },
  decrby: { kind: 'again', run: sum(-1) },
  hincrby: { kind: 'again', run: incrementField },
  hincrbyfloat: { kind: 'again', run: incrementField },
  zincrby: { kind: 'again', run: (server, args) => incrementField(server, [at(args, 0), at(args, 2), at(args, 1)]) },
  append: { kind: 'again', run: append },
  lpush: { kind: 'again', run: push },
  rpush: { kind: 'again', run: push },
  lpop: { kind: 'again', run: (server, args) => server.elements(at(args, 0)).shift() ?? null },
  rpop: { kind: 'again', run: (server, args) => server.elements(at(args, 0)).pop() ?? null },
  publish: { kind: 'again', queue: true, run: () => 1 },
  xadd: { kind: 'again', queue: true, run: push },
  ping: { kind: 'read', run: () => 'PONG' },
};

/** `SET key value NX` is another command than `SET key value`. */
export function commandOf(name: string, args: readonly string[]): RedisCommand | undefined {
  const upper = args.slice(2).map((arg) => arg.toUpperCase());
  if (name === 'set' && upper.includes('NX')) return { kind: 'claim', run: claimWithOptions };
  return redisCommands[name];
}

export function pointOf({ kind }: RedisCommand): PointKind {
  return kind === 'read' ? 'read' : 'write';
}

/** Whether a claim was the first one. */
export function claimed(reply: RedisReply): boolean {
  return reply !== null && reply !== 0;
}

function setPlain(server: RedisServer, args: readonly string[]): RedisReply {
  server.set(at(args, 0), at(args, 1));
  expireByOption(server, args);
  return 'OK';
}

function claimWithOptions(server: RedisServer, args: readonly string[]): RedisReply {
  if (claimKey(server, at(args, 0), at(args, 1)) === 0) return null;
  expireByOption(server, args);
  return 'OK';
}

function expireByOption(server: RedisServer, args: readonly string[]): void {
  const index = args.findIndex((arg, position) => position > 1 && /^(?:EX|PX|EXAT|PXAT)$/i.test(arg));
  if (index < 0) return;
  const unit = { EX: 1, PX: 1000 }[at(args, index).toUpperCase()];
  server.expire(at(args, 0), unit === undefined ? 0 : amount(args, index + 1) / unit);
}

function claimKey(server: RedisServer, key: string, text: string): 0 | 1 {
  if (server.has(key)) return 0;
  server.set(key, text);
  return 1;
}

function claimField(server: RedisServer, args: readonly string[]): RedisReply {
  const fields = server.fields(at(args, 0));
  if (fields.has(at(args, 1))) return 0;
  fields.set(at(args, 1), at(args, 2));
  return 1;
}

function addMembers(server: RedisServer, [key = '', ...added]: readonly string[]): RedisReply {
  const members = server.members(key);
  const before = members.size;
  for (const member of added) members.add(member);
  return members.size - before;
}

function getAndSet(server: RedisServer, args: readonly string[]): RedisReply {
  const before = server.get(at(args, 0));
  server.set(at(args, 0), at(args, 1));
  return before;
}

function setMany(server: RedisServer, args: readonly string[]): RedisReply {
  for (let index = 0; index < args.length; index += 2) server.set(at(args, index), at(args, index + 1));
  return 'OK';
}

function setFields(server: RedisServer, [key = '', ...pairs]: readonly string[]): RedisReply {
  const fields = server.fields(key);
  for (let index = 0; index < pairs.length; index += 2) fields.set(at(pairs, index), at(pairs, index + 1));
  return pairs.length / 2;
}

function incrementField(server: RedisServer, args: readonly string[]): RedisReply {
  const fields = server.fields(at(args, 0));
  const total = Number(fields.get(at(args, 1)) ?? 0) + amount(args, 2);
  fields.set(at(args, 1), String(total));
  return total;
}

function append(server: RedisServer, args: readonly string[]): RedisReply {
  const text = `${server.get(at(args, 0)) ?? ''}${at(args, 1)}`;
  server.set(at(args, 0), text);
  return text.length;
}

function push(server: RedisServer, [key = '', ...added]: readonly string[]): RedisReply {
  return server.elements(key).push(...added);
}
