import type { Registration } from './registration.ts';

/** What comes with the language and with Node.js. */
export const platformRegistry: readonly Registration[] = [
  globals('es-array'),
  globals('es-binary'),
  globals('es-collections'),
  globals('es-date'),
  globals('es-error'),
  globals('es-number'),
  globals('es-object'),
  globals('es-promise'),
  globals('es-text'),
  globals('es-types'),
  globals('node'),
  globals('web'),
  globals('web-fetch'),
  ...nodeModule('assert', 'assert'),
  ...nodeModule('assert/strict', 'assert'),
  ...nodeModule('async_hooks', 'async-hooks'),
  ...nodeModule('buffer', 'buffer'),
  ...nodeModule('child_process', 'child-process'),
  ...nodeModule('crypto', 'crypto'),
  ...nodeModule('events', 'events'),
  ...nodeModule('fs', 'fs'),
  ...nodeModule('fs/promises', 'fs-promises'),
  ...nodeModule('http', 'http'),
  ...nodeModule('https', 'https'),
  ...nodeModule('os', 'os'),
  ...nodeModule('path', 'path'),
  ...nodeModule('path/posix', 'path'),
  ...nodeModule('perf_hooks', 'perf-hooks'),
  ...nodeModule('process', 'process'),
  ...nodeModule('readline', 'readline'),
  ...nodeModule('stream', 'stream'),
  ...nodeModule('stream/promises', 'stream-promises'),
  ...nodeModule('timers', 'timers'),
  ...nodeModule('timers/promises', 'timers-promises'),
  ...nodeModule('url', 'url'),
  ...nodeModule('util', 'util'),
  ...nodeModule('worker_threads', 'worker-threads'),
];

function globals(name: string): Registration {
  return platform('*', name);
}

/** A module of Node.js has two names. */
function nodeModule(specifier: string, name: string): readonly Registration[] {
  return [platform(specifier, `node/${name}`), platform(`node:${specifier}`, `node/${name}`)];
}

function platform(specifier: string, name: string): Registration {
  return { specifier, packageName: '', majors: [20, 22], role: 'platform', file: `platform/${name}.d.ts` };
}
