import type { Registration } from './registration.ts';

/**
 * Packages that change nothing themselves: they make ids, remember values, call a function that is handed to them, or
 * start an application.
 */
export const packageRegistry: readonly Registration[] = [
  ...registered('@nestjs/common', [10, 11, 12], 'nestjs-common'),
  ...registered('@nestjs/config', [3, 4, 12], 'nestjs-config'),
  ...registered('@nestjs/core', [10, 11, 12], 'nestjs-core'),
  ...registered('@nestjs/schedule', [4, 5, 6], 'nestjs-schedule'),
  ...registered('@opentelemetry/api', [1], 'opentelemetry-api'),
  ...registered('@paralleldrive/cuid2', [2, 3], 'cuid2'),
  ...registered('async', [3], 'async'),
  ...registered('async-mutex', [0], 'async-mutex'),
  ...registered('async-retry', [1], 'async-retry'),
  ...registered('axios-retry', [3, 4], 'axios-retry'),
  ...registered('bottleneck', [2], 'bottleneck'),
  ...registered('cockatiel', [3, 4], 'cockatiel'),
  ...registered('cron', [3, 4], 'cron'),
  ...registered('cuid', [2, 3], 'cuid'),
  ...registered('dd-trace', [5], 'dd-trace'),
  ...registered('exponential-backoff', [3], 'exponential-backoff'),
  ...registered('express', [4, 5], 'express'),
  ...registered('fastify', [4, 5], 'fastify'),
  ...registered('fastq', [1], 'fastq'),
  ...registered('lodash', [4], 'lodash'),
  ...registered('lodash-es', [4], 'lodash'),
  ...registered('lru-cache', [10, 11], 'lru-cache'),
  ...registered('nanoid', [3, 5, 6], 'nanoid', 'nanoid/non-secure'),
  ...registered('node-cache', [5], 'node-cache'),
  ...registered('node-cron', [3, 4], 'node-cron'),
  ...registered('opossum', [8], 'opossum'),
  ...registered('p-limit', [4, 7], 'p-limit'),
  ...registered('p-map', [4, 7], 'p-map'),
  ...registered('p-queue', [6, 9, 10], 'p-queue'),
  ...registered('p-retry', [4, 7, 9], 'p-retry'),
  ...registered('quick-lru', [6, 7], 'quick-lru'),
  ...registered('rxjs', [7], 'rxjs', 'rxjs/operators'),
  ...registered('ulid', [2, 3], 'ulid'),
  ...registered('uuid', [11, 14], 'uuid'),
];

/** Each specifier in `more` is a subpath with a stub of its own, whose name has `-` for `/`. */
function registered(
  packageName: string,
  majors: readonly number[],
  name: string,
  ...more: readonly string[]
): readonly Registration[] {
  const row = (specifier: string, stub: string): Registration => {
    return { specifier, packageName, majors, role: 'sink', file: `platform/packages/${stub}.d.ts` };
  };
  return [row(packageName, name), ...more.map((specifier) => row(specifier, specifier.replaceAll('/', '-')))];
}
