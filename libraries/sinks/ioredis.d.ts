// Redis, ioredis 4 to 6. A chain (`multi`, `pipeline`) has the same commands and sends them with `exec`.

type Result<C> = C extends 'chain' ? Redis.ChainableCommander : Promise<any>;
type Keyspace = 'keys' | 'scan' | 'type' | 'ttl' | 'pttl' | 'rename' | 'randomkey' | 'dbsize' | 'flushdb' | 'strlen';
type Collections = 'hkeys' | 'hvals' | 'hmget' | 'hlen' | 'llen' | 'lindex' | 'lrange' | 'smismember' | 'scard';
type Sorted = 'zcard' | 'zcount' | 'zrank' | 'zrange' | 'zrevrange' | 'zrangebyscore' | 'zremrangebyrank' | 'geoadd';
type Streams = 'xlen' | 'xrange' | 'xread' | 'xreadgroup' | 'xgroup' | 'xpending' | 'xclaim' | 'xtrim';

/** Commands that neither record nor check anything here; a chain goes on behind them. */
type Plain<C> = { [command in Keyspace | Collections | Sorted | Streams]: (...args: any[]) => Result<C> };

interface Commander<C> extends Plain<C> {
  /**
   * @eos when *=NX claim cache key=0 resource=0
   * @eos write cache idempotent resource=0
   * @eos copies value=1
   * @eos when 2=EX ttl seconds=3
   * @eos when 3=EX ttl seconds=4
   * @eos when 2=PX ttl milliseconds=3
   * @eos when 3=PX ttl milliseconds=4
   */
  set(...args: any[]): Result<C>;
  /**
   * @eos claim cache key=0 resource=0
   * @eos copies value=1
   */
  setnx(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=2
   * @eos ttl seconds=1
   */
  setex(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=2
   * @eos ttl milliseconds=1
   */
  psetex(...args: any[]): Result<C>;
  /** @eos claim cache key=1 resource=0 */
  hsetnx(...args: any[]): Result<C>;
  /** @eos claim cache key=1 resource=0 */
  sadd(...args: any[]): Result<C>;
  /**
   * @eos when *=INCR write cache non-idempotent resource=0
   * @eos when *=NX claim cache key=0 resource=0
   * @eos write cache idempotent resource=0
   */
  zadd(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent lasts resource=0
   * @eos ttl seconds=1 resource=0
   */
  expire(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent lasts resource=0
   * @eos ttl milliseconds=1 resource=0
   */
  pexpire(...args: any[]): Result<C>;
  /** @eos write cache idempotent lasts resource=0 */
  expireat(...args: any[]): Result<C>;
  /** @eos write cache idempotent lasts resource=0 */
  pexpireat(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  persist(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  mset(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=1
   */
  getset(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  del(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  unlink(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  hset(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  hmset(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  hdel(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  srem(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  zrem(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  zremrangebyscore(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  ltrim(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  lrem(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  lset(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  setbit(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  pfadd(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  xack(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  xdel(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incr(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incrby(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incrbyfloat(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  decr(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  decrby(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  hincrby(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  hincrbyfloat(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  zincrby(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lpush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rpush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  linsert(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lpop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rpop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  spop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rpoplpush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lmove(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  append(...args: any[]): Result<C>;
  /** @eos write queue non-idempotent resource=0 */
  xadd(...args: any[]): Result<C>;
  /** @eos write queue non-idempotent resource=0 */
  publish(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  get(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  mget(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  exists(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hget(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hexists(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hgetall(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  sismember(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  smembers(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  zscore(...args: any[]): Result<C>;
  /**
   * @eos write cache unknown
   * @eos script text=0 key=2
   */
  eval(...args: any[]): Result<C>;
  /** @eos write cache unknown */
  evalsha(...args: any[]): Result<C>;
  /** @eos write cache unknown */
  call(...args: any[]): Result<C>;
}

declare class Redis {
  constructor(...args: any[]);
  connect(callback?: any): Promise<void>;
  quit(callback?: any): Promise<'OK'>;
  disconnect(reconnect?: boolean): void;
  duplicate(override?: any): Redis;
  on(event: string, listener: (...args: any[]) => void): this;
  once(event: string, listener: (...args: any[]) => void): this;
  ping(...args: any[]): Promise<string>;
  subscribe(...channels: any[]): Promise<any>;
  multi(...args: any[]): Redis.ChainableCommander;
  pipeline(commands?: any[][]): Redis.ChainableCommander;
  defineCommand(name: string, definition: any): void;
  readonly status: string;
}

interface Redis extends Commander<'redis'> {}

declare namespace Redis {
  export { Redis, Redis as default };

  export interface ChainableCommander extends Commander<'chain'> {
    exec(callback?: any): Promise<[error: Error | null, result: any][] | null>;
    length: number;
  }
  export type Pipeline = ChainableCommander;
  export class Cluster extends Redis {}
}

export = Redis;
