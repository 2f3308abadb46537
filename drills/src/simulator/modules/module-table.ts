import * as buffer from 'node:buffer';
import * as events from 'node:events';
import * as path from 'node:path';
import * as url from 'node:url';
import * as util from 'node:util';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { awsClientS3 } from './aws-client-s3.ts';
import { axiosRetry } from './axios-retry.ts';
import { axios } from './axios.ts';
import { nodeFetch, undici } from './fetch.ts';
import { confluent } from './confluent/confluent.ts';
import { files, filesWithPromises } from './files.ts';
import { got } from './got.ts';
import { ioredis } from './ioredis.ts';
import { kafkajs } from './kafkajs/kafkajs.ts';
import { lruCache } from './lru-cache.ts';
import { nestConfig } from './nest-config.ts';
import { mongodb } from './mongodb/mongodb.ts';
import { nodeCrypto } from './node-crypto.ts';
import { nodeRedis } from './node-redis.ts';
import { nodemailer } from './nodemailer.ts';
import { logger, opaque } from './opaque.ts';
import { asyncRetry, pRetry } from './p-retry.ts';
import { pg } from './pg.ts';
import { tokens, uuid } from './random-ids.ts';
import { packaged } from './requests.ts';
import { platformatic } from './platformatic/platformatic.ts';
import { rdkafka } from './rdkafka/rdkafka.ts';
import { stripe } from './stripe.ts';
import { timers, timersWithPromises } from './timers.ts';

type ModuleFactory = (process: SimulatedProcess) => object;

/** Modules of Node that neither reach the world nor depend on chance. */
const asTheyAre: ReadonlyMap<string, object> = new Map(
  Object.entries({ buffer, events, path, url, util }).map(([name, module]) => [
    name,
    packaged(Object.assign({}, module)),
  ]),
);

/** A new library is one file and one line here. */
const simulated: Readonly<Record<string, ModuleFactory>> = {
  kafkajs,
  '@confluentinc/kafka-javascript': confluent,
  'node-rdkafka': rdkafka,
  '@platformatic/kafka': platformatic,
  pg,
  mongodb,
  ioredis,
  redis: nodeRedis,
  axios,
  'axios-retry': axiosRetry,
  got,
  'node-fetch': nodeFetch,
  undici,
  stripe,
  '@aws-sdk/client-s3': awsClientS3,
  nodemailer,
  'p-retry': pRetry,
  'async-retry': asyncRetry,
  'lru-cache': lruCache,
  '@nestjs/config': nestConfig,
  uuid,
  nanoid: tokens('nanoid'),
  ulid: tokens('ulid'),
  cuid: tokens('cuid'),
  fs: files,
  'fs/promises': filesWithPromises,
  crypto: nodeCrypto,
  timers,
  'timers/promises': timersWithPromises,
};

const loggers = new Set(['pino', 'winston', 'bunyan', 'debug', 'loglevel', 'dd-trace', '@opentelemetry/api']);

/** What `require` of a module of Node, or of a package, gives in this process. */
export function moduleFor(process: SimulatedProcess, specifier: string): object {
  const name = specifier.replace(/^node:/, '');
  if (name === 'process') return packaged(processModule(process));
  const factory = Object.hasOwn(simulated, name) ? simulated[name] : undefined;
  if (factory) return factory(process);
  return asTheyAre.get(name) ?? (loggers.has(name) ? logger(process, name) : opaque(process, name));
}

/** What a program sees as `process`. */
export function processModule(process: SimulatedProcess): object {
  return {
    env: { ...process.world.settings.env },
    argv: ['node', 'main'],
    pid: 100 + process.number,
    platform: 'linux',
    on: () => undefined,
    once: () => undefined,
    exit: () => {
      process.kill();
    },
    cwd: () => '/',
    uptime: () => 1,
    hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }),
    memoryUsage: () => ({ heapUsed: 0, rss: 0 }),
    nextTick: (run: (...args: readonly unknown[]) => void, ...args: readonly unknown[]) => {
      queueMicrotask(() => {
        run(...args);
      });
    },
    emitWarning: () => undefined,
    stdout: { write: () => true },
    stderr: { write: () => true },
  };
}
