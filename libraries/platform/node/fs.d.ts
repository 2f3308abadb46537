// Files. Writing a whole file again ends in the same file; appending to it does not.

import * as promises from './fs-promises';

export { promises };

export type PathLike = string | Buffer | URL;
export type Mode = number | string;

/**
 * @eos when 2.flag=a,a+,as write file non-idempotent resource=0
 * @eos write file idempotent resource=0
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function writeFile(path: PathLike, data: any, ...rest: any[]): void;
/**
 * @eos when 2.flag=a,a+,as write file non-idempotent resource=0
 * @eos write file idempotent resource=0
 */
export function writeFileSync(path: PathLike, data: any, ...rest: any[]): void;
/**
 * @eos write file non-idempotent resource=0
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function appendFile(path: PathLike, data: any, ...rest: any[]): void;
/** @eos write file non-idempotent resource=0 */
export function appendFileSync(path: PathLike, data: any, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=1
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function copyFile(from: PathLike, to: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=1 */
export function copyFileSync(from: PathLike, to: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=1
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function cp(from: PathLike, to: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=1 */
export function cpSync(from: PathLike, to: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=1
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function rename(from: PathLike, to: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=1 */
export function renameSync(from: PathLike, to: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=1
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function link(from: PathLike, to: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=1 */
export function linkSync(from: PathLike, to: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=1
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function symlink(from: PathLike, to: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=1 */
export function symlinkSync(from: PathLike, to: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function mkdir(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function mkdirSync(path: PathLike, ...rest: any[]): string | undefined;
/**
 * @eos write file idempotent removes resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function rm(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function rmSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent removes resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function rmdir(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function rmdirSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent removes resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function unlink(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function unlinkSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function truncate(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function truncateSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function chmod(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function chmodSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos write file idempotent resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function utimes(path: PathLike, ...rest: any[]): void;
/** @eos write file idempotent resource=0 */
export function utimesSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function readFile(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function readFileSync(path: PathLike, ...rest: any[]): any;
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function readdir(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function readdirSync(path: PathLike, ...rest: any[]): any[];
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function stat(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function statSync(path: PathLike, ...rest: any[]): Stats;
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function lstat(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function lstatSync(path: PathLike, ...rest: any[]): Stats;
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function access(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function accessSync(path: PathLike, ...rest: any[]): void;
/**
 * @eos read file resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function realpath(path: PathLike, ...rest: any[]): void;
/** @eos read file resource=0 */
export function realpathSync(path: PathLike, ...rest: any[]): string;
/**
 * @eos write file non-idempotent resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function mkdtemp(prefix: string, ...rest: any[]): void;
/** @eos write file non-idempotent resource=0 */
export function mkdtempSync(prefix: string, ...rest: any[]): string;
/** @eos read file resource=0 */
export function existsSync(path: PathLike): boolean;
/**
 * @eos when 1.flags=a,a+,as write file non-idempotent resource=0
 * @eos when 1=a write file non-idempotent resource=0
 * @eos write file idempotent resource=0
 */
export function createWriteStream(path: PathLike, options?: any): WriteStream;
export function createReadStream(path: PathLike, options?: any): ReadStream;
export function openSync(path: PathLike, flags?: string | number, mode?: Mode): number;
export function closeSync(descriptor: number): void;
/** @eos write file unknown */
export function writeSync(descriptor: number, data: any, ...rest: any[]): number;
export function fsyncSync(descriptor: number): void;
/**
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function watch(path: PathLike, ...rest: any[]): any;
/**
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function watchFile(path: PathLike, ...rest: any[]): any;

export const constants: any;

export interface Stats {
  readonly size: number;
  readonly mtime: Date;
  readonly mtimeMs: number;
  readonly ctime: Date;
  readonly birthtime: Date;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface WriteStream {
  write(chunk: any, ...rest: any[]): boolean;
  end(...rest: any[]): this;
  /** @eos calls 1 later */
  on(event: string | symbol, listener: (...args: any[]) => void): this;
  /** @eos calls 1 later */
  once(event: string | symbol, listener: (...args: any[]) => void): this;
  /** @eos calls 0 later */
  close(callback?: (error?: any) => void): void;
  readonly path: string | Buffer;
}

export interface ReadStream extends AsyncIterable<any> {
  pipe<T>(destination: T, options?: any): T;
  /** @eos calls 1 later */
  on(event: string | symbol, listener: (...args: any[]) => void): this;
  /** @eos calls 1 later */
  once(event: string | symbol, listener: (...args: any[]) => void): this;
  /** @eos calls 0 later */
  close(callback?: (error?: any) => void): void;
  readonly path: string | Buffer;
}
