// Redis, `redis` (node-redis) 4 to 6. A chain (`multi`) has the same commands and sends them with `exec`.

type Result<C> = C extends 'chain' ? RedisClientMultiCommandType : Promise<any>;
type Keyspace = 'keys' | 'scan' | 'type' | 'ttl' | 'pTTL' | 'rename' | 'dbSize' | 'flushDb' | 'strLen' | 'getDel';
type Collections = 'hKeys' | 'hVals' | 'hmGet' | 'hLen' | 'lLen' | 'lIndex' | 'lRange' | 'smIsMember' | 'sCard';
type Sorted = 'zCard' | 'zCount' | 'zRank' | 'zRange' | 'zRangeByScore' | 'zRangeWithScores' | 'geoAdd';
type Streams = 'xLen' | 'xRange' | 'xRead' | 'xReadGroup' | 'xGroupCreate' | 'xPending' | 'xClaim' | 'xTrim';

/** Commands that neither record nor check anything here; a chain goes on behind them. */
type Plain<C> = { [command in Keyspace | Collections | Sorted | Streams]: (...args: any[]) => Result<C> };

interface Commander<C> extends Plain<C> {
  /**
   * @eos when 2.NX=true claim cache key=0 resource=0
   * @eos when 2.condition=NX claim cache key=0 resource=0
   * @eos write cache idempotent resource=0
   * @eos copies value=1
   * @eos ttl seconds=2.EX
   * @eos ttl milliseconds=2.PX
   * @eos when 2.expiration.type=EX ttl seconds=2.expiration.value
   */
  set(...args: any[]): Result<C>;
  /**
   * @eos claim cache key=0 resource=0
   * @eos copies value=1
   */
  setNX(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=2
   * @eos ttl seconds=1
   */
  setEx(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=2
   * @eos ttl milliseconds=1
   */
  pSetEx(...args: any[]): Result<C>;
  /** @eos claim cache key=1 resource=0 */
  hSetNX(...args: any[]): Result<C>;
  /** @eos claim cache key=1 resource=0 */
  sAdd(...args: any[]): Result<C>;
  /**
   * @eos when 2.NX=true claim cache key=0 resource=0
   * @eos when 2.condition=NX claim cache key=0 resource=0
   * @eos write cache idempotent resource=0
   */
  zAdd(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent lasts resource=0
   * @eos ttl seconds=1 resource=0
   */
  expire(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent lasts resource=0
   * @eos ttl milliseconds=1 resource=0
   */
  pExpire(...args: any[]): Result<C>;
  /** @eos write cache idempotent lasts resource=0 */
  expireAt(...args: any[]): Result<C>;
  /** @eos write cache idempotent lasts resource=0 */
  pExpireAt(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  persist(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  mSet(...args: any[]): Result<C>;
  /**
   * @eos write cache idempotent resource=0
   * @eos copies value=1
   */
  getSet(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  del(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  unlink(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  hSet(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  hDel(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  sRem(...args: any[]): Result<C>;
  /** @eos write cache idempotent removes resource=0 */
  zRem(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  zRemRangeByScore(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  lTrim(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  lRem(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  lSet(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  setBit(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  pfAdd(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  xAck(...args: any[]): Result<C>;
  /** @eos write cache idempotent resource=0 */
  xDel(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incr(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incrBy(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  incrByFloat(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  decr(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  decrBy(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  hIncrBy(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  hIncrByFloat(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  zIncrBy(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lPush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rPush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lInsert(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lPop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rPop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  sPop(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  rPopLPush(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  lMove(...args: any[]): Result<C>;
  /** @eos write cache non-idempotent resource=0 */
  append(...args: any[]): Result<C>;
  /** @eos write queue non-idempotent resource=0 */
  xAdd(...args: any[]): Result<C>;
  /** @eos write queue non-idempotent resource=0 */
  publish(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  get(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  mGet(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  exists(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hGet(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hExists(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  hGetAll(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  sIsMember(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  sMembers(...args: any[]): Result<C>;
  /** @eos read cache resource=0 */
  zScore(...args: any[]): Result<C>;
  /**
   * @eos write cache unknown
   * @eos script text=0 key=1.keys.*
   */
  eval(...args: any[]): Result<C>;
  /** @eos write cache unknown */
  evalSha(...args: any[]): Result<C>;
}

interface RedisClientMultiCommandType extends Commander<'chain'> {
  exec(...args: any[]): Promise<any[]>;
  execAsPipeline(): Promise<any[]>;
}

export interface RedisClientType<A = any, B = any, C = any, D = any, E = any> extends Commander<'client'> {
  connect(): Promise<RedisClientType>;
  quit(): Promise<any>;
  disconnect(): Promise<void>;
  duplicate(overrides?: any): RedisClientType;
  on(event: string, listener: (...args: any[]) => void): this;
  once(event: string, listener: (...args: any[]) => void): this;
  ping(...args: any[]): Promise<any>;
  subscribe(channels: any, listener: any, buffers?: any): Promise<void>;
  /** @eos write cache unknown */
  sendCommand(args: any, options?: any): Promise<any>;
  multi(): RedisClientMultiCommandType;
  /** @eos calls 0 once */
  executeIsolated<T>(run: (client: RedisClientType) => T | Promise<T>): Promise<T>;
  readonly isOpen: boolean;
  readonly isReady: boolean;
}

export function createClient(options?: any): RedisClientType;
export function createCluster(options?: any): RedisClientType;

export {};
